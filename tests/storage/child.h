// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace relink::test {

inline constexpr auto childArgument = "--child";
//! Exit code of a child that may not do on this machine what it was started for.
inline constexpr int childNotPermitted = 77;

//! What the other process does: named by its first argument, see child.cpp.
int runChild(int argc, char **argv);

//! Another process on the same profile.
class Child
{
public:
    explicit Child(const QStringList &arguments);
    ~Child();

    //! The next line it prints; empty at its end or after ten seconds.
    QByteArray line();
    //! Every line up to its end.
    QList<QByteArray> lines();
    //! Its last line as an object, once it has ended.
    QJsonObject report();
    //! SIGKILL, as the kernel or a person would.
    void kill();
    //! Closes its standard input, upon which a waiting child ends in order.
    int finish();

private:
    QProcess m_process;
};

} // namespace relink::test
