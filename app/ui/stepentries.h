// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steplist.h"

namespace relink {

class StepScene;

//! Where the reconnect is, for people: steps that are left out do not count, and later sections
//! not before it is their turn.
struct StepPlace
{
    int number = 1;
    int count = 1;
};

StepPlace stepPlaceOf(const ReconnectProgress &progress);

//! The rows of the step list: the current section step by step, the others as one line each, the
//! steps around the sections one by one.
QList<StepList::Entry> stepEntriesOf(const StepScene &scene);

} // namespace relink
