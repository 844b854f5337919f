// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/window.h"

#include "auth/tlsahead.h"
#include "cli/printingbrowser.h"
#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "desktop/colourscheme.h"
#include "desktop/fontsahead.h"
#include "main/compositionroot.h"
#include "main/language.h"
#include "main/practiceperson.h"
#include "main/practiceprofile.h"
#include "main/practicesandbox.h"
#include "main/practiceseed.h"
#include "main/terminationsignals.h"
#include "services/connectionmanager.h"
#include "services/upkeep.h"
#include "ui/accessibility.h"
#include "ui/applicationicon.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "words/translate.h"
#include "words/words.h"

#include <QApplication>
#include <QEvent>
#include <QMessageBox>
#include <QProcess>
#include <QTimer>

namespace relink {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! How often another Relink's changes to the same profile are looked for while nobody looks here.
constexpr int lookAround = 10'000;

void tell(QMessageBox::Icon icon, const QString &text, QWidget *parent = nullptr)
{
    auto *box = new QMessageBox(icon, u"Relink"_s, text, QMessageBox::Close, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

//! The program ends with this box.
int endWith(const AuthError &error)
{
    tell(QMessageBox::Critical,
         error.is("sandbox") || !error.description.isEmpty() ? plainText(error.description, 600)
                                                             : words::failure(error, {}));
    QApplication::exec();
    return cli::ExitFailed;
}

//! Calls once, after the window has been painted for the first time.
class AfterFirstPaint : public QObject
{
public:
    AfterFirstPaint(QWidget &window, std::function<void()> then)
        : QObject(&window)
        , m_then(std::move(then))
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // The paint itself has to reach the screen first.
            QTimer::singleShot(0, this, [this] {
                m_then();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<void()> m_then;
};

//! The program while its window is open.
class WindowProgram : public QObject
{
public:
    WindowProgram(CompositionRoot &root, std::optional<QUrl> sandbox)
        : m_root(root)
        , m_sandbox(std::move(sandbox))
        , m_window(surroundings())
        , m_upkeep(root.manager(), root.clock())
    {
        m_title = m_window.windowTitle();
        connect(&m_signals, &TerminationSignals::requested, &m_window, &QWidget::close);
        connect(&m_lookAround, &QTimer::timeout, this,
                [this] { m_root.manager().reloadIfChanged(); });
        connect(qApp, &QGuiApplication::applicationStateChanged, this,
                [this](Qt::ApplicationState state) {
                    if (state == Qt::ApplicationActive && m_loaded)
                        m_root.manager().reloadIfChanged();
                });
    }

    //! Without a migration to do first, what was stored is in the window before it is shown.
    Result<Done> show()
    {
        if (!m_root.needsMigration()) {
            if (const Result<Done> loaded = m_root.load(); !loaded)
                return loaded;
            m_loaded = true;
        }
        m_window.loadListFirst();
        new AfterFirstPaint(m_window, [this] { begin(); });
        m_window.show();
        return Done {};
    }

private:
    Surroundings surroundings()
    {
        Surroundings made {m_root.manager(), m_root.clock(), {}, {}, m_sandbox.has_value()};
        made.helpAnswers = &m_root.helpAnswers();
        made.openUrl = [this](const QUrl &url) { return m_root.browser().open(url).ok(); };
        made.packets = &m_root.packets();
        if (!m_sandbox) {
            made.startPractice = [] {
                QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--practice"_s});
            };
        }
        return made;
    }

    void begin()
    {
        m_window.firstPainted();
        m_tls.emplace();
        QApplication::setWindowIcon(applicationIcon());
        followColourScheme();
        if (!m_loaded) {
            if (const Result<Done> loaded = m_root.load(); !loaded) {
                m_window.showStorageTrouble(loaded.error().description);
                return;
            }
            m_loaded = true;
            m_window.load();
        }
        if (!m_root.damagedCopy().isEmpty()) {
            tell(QMessageBox::Warning,
                 translate("Window",
                           "Relink’s database was damaged. It was moved to %1 and a new one was "
                           "begun; connections that could still be read are listed.")
                     .arg(m_root.damagedCopy()),
                 &m_window);
        }
        m_lookAround.setTimerType(Qt::VeryCoarseTimer);
        m_lookAround.start(lookAround);
        if (m_sandbox) {
            practise();
        } else {
            m_window.lookForOrphans();
            m_upkeep.start();
        }
    }

    void followColourScheme()
    {
        auto *scheme = new ColourScheme(QDBusConnection::sessionBus(), this);
        connect(scheme, &ColourScheme::darkPreferred, this, preferDark);
        scheme->follow();
    }

    void practise()
    {
        auto person = std::make_unique<PracticePerson>(
            *m_sandbox, [this](AttemptId attempt, const QString &address) {
                static_cast<void>(m_root.manager().submitRedirect(attempt, address));
            });
        auto *seed = new PracticeSeed(m_root.manager(), *person, *m_sandbox, this);
        m_root.setBrowser(std::move(person));
        connect(seed, &PracticeSeed::progress, &m_window, [this](const QString &sentence) {
            m_window.setWindowTitle(m_title % u" – "_s % sentence);
        });
        connect(seed, &PracticeSeed::finished, this, [this, seed] {
            m_window.setWindowTitle(m_title);
            m_window.showWhatNeedsYou();
            m_root.setBrowser(nullptr);
            m_upkeep.start();
            seed->deleteLater();
        });
        seed->start();
    }

    CompositionRoot &m_root;
    const std::optional<QUrl> m_sandbox;
    MainWindow m_window;
    Upkeep m_upkeep;
    std::optional<TlsAhead> m_tls;
    TerminationSignals m_signals;
    QTimer m_lookAround;
    QString m_title;
    bool m_loaded = false;
};

} // namespace

int runWindow(int &argc, char **argv, const cli::CommandLine &line)
{
    const FontsAhead fonts;
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"relink"_s);
    installLanguage(application);
    installLook(application);
    installAccessibility();

    std::unique_ptr<PracticeSandbox> ownSandbox;
    std::optional<PracticeProfile> practice;
    CompositionOptions options;
    QString folder = line.profile;
    if (line.practice) {
        const Result<QUrl> origin = practiceOrigin(line.sandbox, ownSandbox);
        if (!origin)
            return endWith(origin.error());
        options.sandbox = *origin;
        Result<PracticeProfile> claimed = PracticeProfile::claim(line.profile);
        if (!claimed)
            return endWith(claimed.error());
        practice = std::move(claimed).value();
        folder = practice->folder();
    }
    const Result<Profile> profile = openProfile(folder);
    if (!profile)
        return endWith(profile.error());
    options.profile = *profile;
    if (line.noBrowser)
        options.browser = std::make_unique<cli::PrintingBrowser>();
    const std::optional<QUrl> sandbox = options.sandbox;
    Result<std::unique_ptr<CompositionRoot>> root = CompositionRoot::open(std::move(options));
    if (!root)
        return endWith(root.error());
    CompositionRoot &parts = **root;
    if (!parts.needsMigration())
        parts.readAhead();
    WindowProgram program(parts, sandbox);
    if (const Result<Done> shown = program.show(); !shown)
        return endWith(shown.error());
    return QApplication::exec();
}

} // namespace relink
