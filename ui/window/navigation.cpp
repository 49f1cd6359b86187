// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigation.h"

namespace soak::ui
{

void Navigation::leave(const Place& place)
{
    if (!m_places.empty() && m_places.back() == place) {
        return;
    }
    if (m_places.size() == kMostPlaces) {
        m_places.erase(m_places.begin());
    }
    m_places.push_back(place);
}

std::optional<Place> Navigation::back()
{
    if (m_places.empty()) {
        return std::nullopt;
    }
    Place place = std::move(m_places.back());
    m_places.pop_back();
    return place;
}

} // namespace soak::ui
