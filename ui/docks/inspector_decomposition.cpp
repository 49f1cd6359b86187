// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_decomposition.h"

#include "ui/theme/numbers.h"

#include <QCoreApplication>

namespace soak::ui
{

std::vector<WaterfallPart> decompositionParts(const Decomposition& decomposition)
{
    std::vector<WaterfallPart> parts;
    parts.reserve(decomposition.parts.size());
    for (const DecompositionPart& part : decomposition.parts) {
        QString title = coreWord(part.title);
        if (part.kind == PartKind::Gross && decomposition.isGrossImputed) {
            title =
                QCoreApplication::translate("soak::ui::InspectorPanel", "%1 (imputed)").arg(title);
        }
        parts.push_back({.title = title,
                         .change = part.amount,
                         .from = part.from,
                         .to = part.to,
                         .isTotal = part.kind == PartKind::Net});
    }
    return parts;
}

} // namespace soak::ui
