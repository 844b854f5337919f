// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/fontsahead.h"

#ifdef RELINK_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

namespace relink {

#ifdef RELINK_FONTCONFIG
// FcInit() may be called from any thread, and Qt's own call then finds the work done.
FontsAhead::FontsAhead()
    : m_thread([] { FcInit(); })
{}
#else
FontsAhead::FontsAhead() = default;
#endif

FontsAhead::~FontsAhead()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace relink
