// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/authmethod.h"

#include <QString>

namespace relink::words {

//! What a way of connecting asks of the merchant, in one sentence.
QString methodSentence(const AuthMethod &method, const QString &providerName);

//! What has to be there before the form can be filled in; empty where nothing has.
QString methodNeeds(const AuthMethod &method, const QString &providerName);

//! Where nobody told Relink where at the provider this is done: whom to ask, and for what.
QString methodWithoutPlace(const AuthMethod &method, const QString &providerName);

//! A category of providers as the head of a list; a category of the user's own as it stands.
QString categoryName(const QString &category);

} // namespace relink::words
