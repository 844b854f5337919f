// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"

#include <QMap>

namespace relink {

//! What is known of a connection and its provider, by the names that recipes use for it: what
//! stands for {name} in the sentences of a step, and what a step may need. Nothing is empty: what
//! is not known is absent. `pack` may be null.
//!
//! - `provider`, `connection`, `organisation` (else the connection's name), `account`
//! - `menu_path`, `manage_url`: where the access is ended at the provider
//! - `setup_path`, `setup_url`: where an application is registered or a key made
//! - `proof_order`, `proof_invoice`, `proof_label`, `proof_payment`, `proof_contact`: the one that
//!   shows that a service of this category works
//! - `organisations`: one of several organisations is chosen
//! - `refresh_days`: whole days that a sign-in lasts, where it is two or more
//! - `app_secret`: the way of connecting has a secret of a registered application
//! - `status_page`, `documentation`, `via`, `created` (RFC 3339 day), `test_mode`
QMap<QString, QString> stepValues(const Connection &connection, const ProviderPack *pack);

//! The same of the partner in a pair: `partner`, `partner_provider`, `partner_menu_path`,
//! `partner_manage_url`.
QMap<QString, QString> partnerValues(const Connection &partner, const ProviderPack *pack);

} // namespace relink
