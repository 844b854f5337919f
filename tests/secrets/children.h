// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace relink::test {

//! The other processes of these tests are this executable with `--child NAME ARGS`; what they
//! must prove is theirs alone: another environment, an early end, a crash.
//!   missing ACCOUNT CANARY      one line per call: state, write, read, remove
//!   lazy                        makes a store, prints whether libsecret was loaded
//!   quit OPERATION ACCOUNT VALUE DELAY   quits that many milliseconds after the call was made
//!   write ACCOUNT VALUE CHUNKBYTES REPEAT   writes again and again, to be killed
//!   limits                      hardens itself, prints core limit and dumpable
//!   abort harden|plain          ends by SIGABRT in the current directory
//!   browser URL                 opens it, prints the error code
int runChild(const QStringList &arguments);

//! Starts a child; `wrapper` is a command in front of it.
void startChild(QProcess &process, const QStringList &arguments, const QStringList &wrapper = {});

} // namespace relink::test
