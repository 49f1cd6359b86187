// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person was: one history over all tabs (Backspace goes back).
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace soak::ui
{

struct Place {
    int tab = 0;
    QString run; // identity
    std::optional<int> iteration;
    bool operator==(const Place&) const = default;
};

class Navigation final
{
public:
    static constexpr std::size_t kMostPlaces = 100;

    // Leaving `place`; the same place twice is one.
    void leave(const Place& place);
    std::optional<Place> back(); // nullopt at the beginning

    [[nodiscard]] bool canGoBack() const { return !m_places.empty(); }

private:
    std::vector<Place> m_places;
};

} // namespace soak::ui
