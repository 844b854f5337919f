// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tlsahead.h"

#include <QSslSocket>

namespace relink {

TlsAhead::TlsAhead()
    : m_loading(std::async(std::launch::async, [] { (void)QSslSocket::supportsSsl(); }))
{}

} // namespace relink
