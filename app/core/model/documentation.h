// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/diagnosis.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

//! One of several things that a row lists.
struct DocumentedItem
{
    QString text;
    bool unsafe = false; //!< shown, marked, never carried out or offered as a step (X-09)

    friend bool operator==(const DocumentedItem &, const DocumentedItem &) = default;
};

//! One row of the articles that merchants read, in Relink's own words. Sentences are British
//! English, translatable; {provider} stands for a value.
struct DocumentedRow
{
    QString id; //!< as in the documented behaviour, e.g. MIN-21
    QString product; //!< id of whom the article is about
    QString source; //!< the article it stands in
    QString kind;
    QString title;
    QString text;
    QString menuPath; //!< through that product, in its own labels; empty elsewhere
    QString link; //!< https only
    QList<DocumentedItem> items; //!< in their order
    bool forDevelopers = false; //!< for whoever built the integration

    friend bool operator==(const DocumentedRow &, const DocumentedRow &) = default;
};

//! When a finer case of a class holds: all of it, or one of `anyOf`. What is empty asks nothing.
struct VariantCondition
{
    QStringList causes;
    QList<int> statuses;
    QString flag; //!< what only the words tell, see documentedSteps()
    QStringList chosen; //!< providers, one of them chosen and not merely named
    bool withoutVia = false;
    QStringList texts; //!< one of them stands in the text
    QString withoutText;
    QList<VariantCondition> anyOf;
};

//! Where the next action is another one than the class alone would ask for. What is empty fits all.
struct NextActionException
{
    QString scope;
    ErrorClass errorClass = ErrorClass::Unknown;
    QString variant;
    QString cause;
    RecommendedAction action = RecommendedAction::None;
    QString why;
};

//! A class for somebody who has never heard of it, a sentence or two each.
struct ClassExplanation
{
    QString meaning;
    QString notYourFault; //!< whose fault it is not
    QString stops; //!< what does not work meanwhile

    friend bool operator==(const ClassExplanation &, const ClassExplanation &) = default;
};

//! A word of the glossary.
struct HelpTerm
{
    QString word;
    QString meaning;
    QStringList sources; //!< ids of rows
};

//! A page of the help: what an access token is, how 401 and 403 differ, what an article says.
struct HelpTopic
{
    QString id;
    QString title;
    QStringList paragraphs;
    QStringList sources; //!< ids of the rows that it is documented by; never empty
    QList<HelpTerm> terms; //!< a glossary
    QStringList rows; //!< ids of those shown whole, in their order
};

//! What the articles say, and which of it is for which failure.
struct Documentation
{
    QMap<QString, DocumentedRow> rows; //!< by id
    QMap<QString, QStringList> articles; //!< product -> ids in their order
    //! scope -> class or class/variant -> ids in their order
    QMap<QString, QMap<QString, QStringList>> scopes;
    QMap<QString, VariantCondition> variants;
    QList<NextActionException> nextActions; //!< the first that fits
    QMap<ErrorClass, ClassExplanation> explanations;
    QList<HelpTopic> topics;
};

//! The documented way on from one failure.
struct DocumentedSteps
{
    QList<DocumentedRow> steps;
    RecommendedAction action = RecommendedAction::None;

    friend bool operator==(const DocumentedSteps &, const DocumentedSteps &) = default;
};

} // namespace relink
