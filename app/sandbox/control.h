// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/requestlog.h"
#include "sandbox/world.h"

namespace relink::sandbox {

//! The sandbox's own addresses: `/` (a page for people), `/_sandbox/faults` (GET, POST, DELETE),
//! `/_sandbox/restore` (POST), `/_sandbox/keys` (POST `{"provider","public_key"}`),
//! `/_sandbox/practice` (GET, `?provider=ID&environment=test`: what to type in, by provider and way
//! of connecting),
//! `/_sandbox/log` (GET, DELETE), `/_sandbox/style.css`. POST takes JSON, or the page's forms,
//! which are answered with a redirect to the page. Nothing when the request is for none of them.
std::optional<http::Response> controlAnswer(World &world, RequestLog &log,
                                            const http::Request &request);

} // namespace relink::sandbox
