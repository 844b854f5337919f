// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>

namespace relink::test {

//! Test classes of one executable register themselves and run one after the other; an argument
//! `Class` or `Class:function` runs only that.
struct Registration
{
    Registration(const char *name, std::function<std::unique_ptr<QObject>()> make);
};

int runAll(const QStringList &arguments);

} // namespace relink::test

#define RELINK_TEST(Class)                                                                         \
    static const relink::test::Registration registration_##Class(                                  \
        #Class, [] { return std::make_unique<Class>(); });
