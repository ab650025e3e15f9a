//! The host: one open workspace, the dispatcher, jobs and events. Every surface owns one and knows nothing else.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use cairn_domain::id::MemberId;
use cairn_domain::role::{Permission, Standing};
use cairn_domain::time::Timestamp;
use cairn_store::table::device::device_row_id;
use cairn_store::{Act, Clock, KeyStore, Workspace};
use cairn_words::Words;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::copies::Copies;
use crate::error::{AppError, AppResult, Code, WireError};
use crate::import::Session;
use crate::job::{Cancel, JobContext, JobEvent, Progress};
use crate::local::{Local, Preferences};
use crate::place::{Place, Places};
use crate::reports::Origin;
use crate::tag::Tag;
use crate::trail::HistoryTexts;
use crate::usecase::{Reading, Registration, Runner, Surroundings, Writing, bad_call, find};

/// A busy file is tried again this often.
const TURN: Duration = Duration::from_millis(40);

/// What a host tells its surface without being asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case", tag = "event", content = "data")]
pub enum Event {
    /// These tags are stale.
    Changed(Vec<Tag>),
    /// A job moved on or ended.
    Progress(JobEvent),
    /// Files were dropped on the window.
    Dropped(Vec<Place>),
}

/// Where events go.
pub type Sink = Arc<dyn Fn(Event) + Send + Sync>;

/// Shows a file with the system's program for it.
pub type Opener = Arc<dyn Fn(&Path) -> std::io::Result<()> + Send + Sync>;

/// The open workspace and who works in it.
pub struct Open {
    /// The file.
    pub workspace: Workspace,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Who works in it on this device.
    pub me: MemberId,
    /// What they may do.
    pub standing: Standing,
    /// The data version last seen, to notice other programs' writes.
    pub noticed: Option<i64>,
    /// The newest entry at the last look at other programs' writes.
    pub head: u64,
    /// Whether another file was found in the place of the open one.
    pub replaced: bool,
    /// What is remembered of its backups.
    pub backup: crate::backup::Watch,
    /// The note that this program has the file open.
    pub here: Option<crate::presence::Here>,
}

/// How to make a host.
pub struct Settings {
    /// The config folder: preferences, recent files, keys.
    pub config: PathBuf,
    /// Time and fresh identifiers.
    pub clock: Arc<dyn Clock>,
    /// Version written into entries.
    pub version: String,
    /// Where events go.
    pub sink: Sink,
    /// Shows a file outside the window; none where nobody is there to look.
    pub opener: Option<Opener>,
}

/// One host.
pub struct Host {
    open: Mutex<Option<Open>>,
    jobs: Mutex<HashMap<String, Cancel>>,
    offered: Mutex<Option<(PathBuf, bool)>>,
    import: Mutex<Option<Session>>,
    history: HistoryTexts,
    /// Files chosen by the person.
    pub places: Places,
    /// What this computer remembers.
    pub local: Local,
    /// Time and fresh identifiers.
    pub clock: Arc<dyn Clock>,
    /// Where signing keys are kept.
    pub keys: KeyStore,
    /// Version written into entries.
    pub version: String,
    /// Copies of evidence that other programs show.
    pub(crate) copies: Copies,
    words: Mutex<Arc<Words>>,
    sink: Sink,
    opener: Option<Opener>,
}

/// A poisoned lock means a use case panicked; the data behind it is still whole, because writes are transactions.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// A host without an open workspace.
    ///
    /// # Errors
    /// When the shipped messages cannot be read.
    pub fn new(settings: Settings) -> AppResult<Self> {
        let local = Local::at(&settings.config);
        let language = local.preferences().language;
        let words = Words::load(&language)
            .or_else(|_| Words::load(cairn_words::FALLBACK))
            .map_err(|error| AppError::internal(error.to_string()))?;
        Ok(Self {
            open: Mutex::default(),
            jobs: Mutex::default(),
            offered: Mutex::default(),
            import: Mutex::default(),
            history: HistoryTexts::default(),
            places: Places::default(),
            local,
            clock: settings.clock,
            keys: KeyStore::at(&settings.config),
            version: settings.version,
            copies: Copies::below(&std::env::temp_dir()),
            words: Mutex::new(Arc::new(words)),
            sink: settings.sink,
            opener: settings.opener,
        })
    }

    /// The words of the screens' language.
    #[must_use]
    pub fn words(&self) -> Arc<Words> {
        Arc::clone(&lock(&self.words))
    }

    /// Saves preferences and takes up their language.
    ///
    /// # Errors
    /// When the language is not shipped or the config folder cannot be written.
    pub fn set_preferences(&self, preferences: &Preferences) -> AppResult<()> {
        let words = Words::load(&preferences.language).map_err(|_| {
            AppError::refused("error-unknown-language").with("language", preferences.language.clone())
        })?;
        self.local.save_preferences(preferences)?;
        *lock(&self.words) = Arc::new(words);
        Ok(())
    }

    /// Now, in the stored form.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Shows a file with the system's program for it.
    pub(crate) fn show_file(&self, path: &Path) -> AppResult<()> {
        let shown = self.opener.as_ref().map(|open| open(path));
        match shown {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => Err(AppError::refused("error-no-program").detail(error.to_string())),
            None => Err(AppError::refused("error-no-program")),
        }
    }

    /// Tells the surface something.
    pub fn emit(&self, event: Event) {
        (self.sink)(event);
    }

    /// Lets a function look at the open workspace.
    ///
    /// # Errors
    /// [`Code::NoWorkspace`], or whatever the function gives.
    pub fn with_open<T>(&self, act: impl FnOnce(&mut Open) -> AppResult<T>) -> AppResult<T> {
        match lock(&self.open).as_mut() {
            Some(open) => act(open),
            None => Err(AppError::new(Code::NoWorkspace)),
        }
    }

    /// Puts another workspace in place of the open one; the old file is closed.
    pub fn replace_open(&self, open: Option<Open>) {
        *lock(&self.open) = open;
        *lock(&self.import) = None;
        self.copies.clear();
        self.history.clear();
        self.emit(Event::Changed(Tag::ALL.to_vec()));
    }

    /// Path of the open workspace.
    #[must_use]
    pub fn open_path(&self) -> Option<PathBuf> {
        lock(&self.open).as_ref().map(|open| open.path.clone())
    }

    /// Keeps a file given on the command line for the window to ask for; `new` where it is still to be made.
    pub fn offer(&self, path: &Path, new: bool) {
        *lock(&self.offered) = Some((path.to_owned(), new));
    }

    /// The file given on the command line, once, and whether it is still to be made.
    #[must_use]
    pub fn take_offered(&self) -> Option<(PathBuf, bool)> {
        lock(&self.offered).take()
    }

    /// Looks whether another program wrote into the open file or put another one in its place; what its entries changed is
    /// then stale. Cheap: one pragma and one look at the folder.
    pub fn notice_other_writers(&self) {
        // A use case at work holds the lock; the next look comes soon.
        let Ok(mut guard) = self.open.try_lock() else { return };
        let Some(open) = guard.as_mut() else { return };
        let replaced = open.workspace.is_replaced();
        let Ok(version) = open.workspace.data_version() else { return };
        let swapped = open.replaced != replaced;
        let changed = open.noticed.is_some_and(|noticed| noticed != version) || swapped;
        (open.noticed, open.replaced) = (Some(version), replaced);
        if !changed {
            return;
        }
        refresh_standing(open);
        let news = news(open).filter(|_| !swapped);
        drop(guard);
        self.emit(Event::Changed(news.unwrap_or_else(|| Tag::ALL.to_vec())));
    }

    /// Keeps the file a person is bringing in; an earlier one is let go.
    pub(crate) fn keep_import(&self, session: Session) {
        *lock(&self.import) = Some(session);
    }

    /// Lets a function work on the file a person is bringing in.
    pub(crate) fn with_import<T>(
        &self,
        id: &str,
        act: impl FnOnce(&mut Session) -> AppResult<T>,
    ) -> AppResult<T> {
        match lock(&self.import).as_mut() {
            Some(session) if session.id == id => act(session),
            _ => Err(AppError::refused("error-no-such-import")),
        }
    }

    /// Lets the file go that a person was bringing in.
    pub(crate) fn drop_import(&self) {
        *lock(&self.import) = None;
    }

    /// Hands out a token for a path.
    pub fn admit(&self, path: &Path) -> Place {
        self.places.admit(path)
    }

    /// Refuses what the member may not do.
    pub(crate) fn allow(&self, open: &Open, permission: Permission) -> AppResult<()> {
        if open.standing.may(permission) {
            return Ok(());
        }
        let needed = self.words().say(&format!("permission-{permission}"));
        Err(AppError::new(Code::NoPermission).with("permission", needed))
    }

    /// Reads the open workspace.
    ///
    /// # Errors
    /// [`Code::NoWorkspace`], [`Code::NoPermission`], or whatever the function gives.
    pub fn read<T>(
        &self,
        permission: Permission,
        read: impl FnOnce(&Reading<'_>) -> AppResult<T>,
    ) -> AppResult<T> {
        let words = self.words();
        self.with_open(|open| {
            self.allow(open, permission)?;
            let around = self.surroundings(open, &words);
            open.workspace.read(|tx| read(&Reading { tx, around: &around }))
        })
    }

    /// Writes one entry into the open workspace; tells whether there was anything to write.
    ///
    /// # Errors
    /// [`Code::NoWorkspace`], [`Code::NoPermission`], or whatever the function gives; nothing is written then.
    pub fn write<T>(
        &self,
        action: &str,
        permission: Permission,
        write: impl FnOnce(&mut Writing<'_, '_>) -> AppResult<T>,
    ) -> AppResult<(T, bool)> {
        let words = self.words();
        self.wait_for_turn(permission)?;
        self.with_open(|open| {
            self.allow(open, permission)?;
            let around = self.surroundings(open, &words);
            let act = Act::new(open.me, action);
            let written = open.workspace.write(act, |tx| write(&mut Writing { tx, around: &around }))?;
            if written.entry.is_some() {
                refresh_standing(open);
            }
            Ok((written.value, written.entry.is_some()))
        })
    }

    /// Waits while another program writes, without keeping anybody here from reading meanwhile.
    fn wait_for_turn(&self, permission: Permission) -> AppResult<()> {
        let begun = Instant::now();
        loop {
            let (free, patience) = self.with_open(|open| {
                self.allow(open, permission)?;
                Ok((open.workspace.is_free()?, open.workspace.patience()?))
            })?;
            if free {
                return Ok(());
            }
            if begun.elapsed() >= patience {
                return Err(AppError::new(Code::Busy));
            }
            std::thread::sleep(TURN);
        }
    }

    /// Reads the open workspace together with the state of its trail, for reports.
    ///
    /// # Errors
    /// As [`Host::read`].
    pub(crate) fn with_head<T>(
        &self,
        read: impl FnOnce(&Reading<'_>, &Origin) -> AppResult<T>,
    ) -> AppResult<T> {
        let words = self.words();
        self.with_open(|open| {
            self.allow(open, Permission::Read)?;
            let head = open.workspace.head()?;
            let around = self.surroundings(open, &words);
            open.workspace.read(|tx| {
                let organisation = tx.organisation().the()?;
                let origin = Origin {
                    organisation: organisation.name,
                    confidentiality: organisation.classification_mark.unwrap_or_default(),
                    entries: head.entries,
                    head: head.id.to_string(),
                    at: head.time,
                };
                read(&Reading { tx, around: &around }, &origin)
            })
        })
    }

    fn surroundings<'a>(&'a self, open: &Open, words: &'a Words) -> Surroundings<'a> {
        Surroundings {
            workspace: open.workspace.id(),
            me: open.me,
            device: open.workspace.device().map(|device| device_row_id(&device)),
            standing: open.standing.clone(),
            words,
            now: self.now(),
            history: &self.history,
        }
    }

    /// Runs a query, a mutation or a call on the host.
    ///
    /// # Errors
    /// The wire error to show.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, WireError> {
        let case = find(name).map_err(|error| error.to_wire(&self.words()))?;
        let done = match case.run {
            Runner::Query(run) => run(self, input),
            Runner::Mutation(run) => run(self, input).map(|(output, wrote)| {
                if wrote {
                    self.announce(case);
                }
                output
            }),
            Runner::Host { run, changes } => run(self, input).inspect(|_| {
                if changes {
                    self.announce(case);
                }
            }),
            Runner::Job(_) => Err(bad_call(name, "is a job")),
        };
        done.map_err(|error| self.name_holders(error).to_wire(&self.words()))
    }

    /// A busy file is answered with the names of the other programs that have it open.
    fn name_holders(&self, error: AppError) -> AppError {
        match self.open_path().filter(|_| error.key == "error-busy") {
            Some(path) => crate::presence::name_holders(self, &path, error),
            None => error,
        }
    }

    /// Performs a use case of any kind from within another, for the sample.
    pub(crate) fn perform(&self, name: &str, input: Value) -> AppResult<Value> {
        match find(name)?.run {
            Runner::Query(run) | Runner::Host { run, .. } => run(self, input),
            Runner::Mutation(run) => run(self, input).map(|(output, _)| output),
            Runner::Job(run) => run(self, input, &JobContext::new("sample", Cancel::default(), &|_| ())),
        }
    }

    /// Registers a job; the surface runs [`Host::run_job`] with the id on a thread of its own.
    ///
    /// # Errors
    /// When no such job exists.
    pub fn start_job(&self, name: &str) -> Result<String, WireError> {
        let case = find(name).map_err(|error| error.to_wire(&self.words()))?;
        if !matches!(case.run, Runner::Job(_)) {
            return Err(bad_call(name, "is no job").to_wire(&self.words()));
        }
        let id = self.clock.fresh().simple().to_string();
        lock(&self.jobs).insert(id.clone(), Cancel::default());
        Ok(id)
    }

    /// Runs a registered job to its end and tells the surface how it went.
    ///
    /// # Errors
    /// The wire error, which is also sent as an event.
    pub fn run_job(&self, id: &str, name: &str, input: Value) -> Result<Value, WireError> {
        let cancel = lock(&self.jobs).get(id).cloned().unwrap_or_default();
        let report = |progress: Progress| self.emit(Event::Progress(JobEvent::Running(progress)));
        let context = JobContext::new(id, cancel, &report);
        let done = find(name).and_then(|case| match case.run {
            Runner::Job(run) => run(self, input, &context).inspect(|_| self.announce(case)),
            _ => Err(bad_call(name, "is no job")),
        });
        lock(&self.jobs).remove(id);
        let job = id.to_owned();
        match done {
            Ok(output) => {
                self.emit(Event::Progress(JobEvent::Done { job, output: output.clone() }));
                Ok(output)
            }
            Err(error) => {
                let error = error.to_wire(&self.words());
                self.emit(Event::Progress(JobEvent::Failed { job, error: error.clone() }));
                Err(error)
            }
        }
    }

    /// Asks a job to stop; unknown ids are ignored, the job may just have ended.
    pub fn cancel_job(&self, id: &str) {
        if let Some(cancel) = lock(&self.jobs).get(id) {
            cancel.cancel();
        }
    }

    fn announce(&self, case: &Registration) {
        if !case.tags.is_empty() {
            self.emit(Event::Changed(case.tags.to_vec()));
        }
    }
}

/// The tags that entries written since the last look make stale; none where that cannot be told, so that all are.
fn news(open: &mut Open) -> Option<Vec<Tag>> {
    const MOST: u32 = 200;
    let since = open.head;
    let entries = open.workspace.read(|tx| tx.entries_since(since, MOST)).ok()?;
    open.head = entries.last()?.n;
    let mut tags = vec![Tag::Trail, Tag::Workspace];
    for entry in &entries {
        // An undo, a migration or a newer program's action may have changed anything.
        let case = find(&entry.action).ok().filter(|_| entry.kind != cairn_store::Kind::Undo)?;
        tags.extend(case.tags.iter().copied().filter(|tag| !tags.contains(tag)).collect::<Vec<_>>());
    }
    (entries.len() < MOST as usize).then_some(tags)
}

/// Roles may have changed with an entry, here or elsewhere: what may be done follows at once.
fn refresh_standing(open: &mut Open) {
    let Some(me) = open.workspace.me() else { return };
    let standing = open.workspace.read(|tx| AppResult::Ok(tx.member().by_id(me)?.standing()));
    if let Ok(standing) = standing {
        open.standing = standing;
    }
}
