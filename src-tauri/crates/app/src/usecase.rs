//! Use cases: a type is one use case, its name is the call, the Rust module, the UI folder and the command.

use cairn_domain::id::{MemberId, RecordId, WorkspaceId};
use cairn_domain::role::{Permission, Standing};
use cairn_domain::time::{Date, Timestamp};
use cairn_store::{Message, ReadTx, WriteTx};
use cairn_words::{Value as WordValue, Words};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::bindings::Types;
use crate::error::{AppError, AppResult, Code};
use crate::host::Host;
use crate::job::JobContext;
use crate::tag::Tag;
use crate::trail::HistoryTexts;

/// What every use case in a workspace can see beside the data.
pub struct Surroundings<'a> {
    /// The workspace.
    pub workspace: WorkspaceId,
    /// Who acts.
    pub me: MemberId,
    /// The device they sign with; none where nothing can be signed.
    pub device: Option<RecordId>,
    /// What they may do.
    pub standing: Standing,
    /// Words for messages that are stored or exported.
    pub words: &'a Words,
    /// Now, from the host's clock.
    pub now: Timestamp,
    /// The words of the history, for searching in it.
    pub history: &'a HistoryTexts,
}

impl Surroundings<'_> {
    /// Today in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.date()
    }
}

/// What a query sees.
pub struct Reading<'a> {
    /// The data.
    pub tx: &'a ReadTx<'a>,
    /// Who, when, where.
    pub around: &'a Surroundings<'a>,
}

/// What a mutation sees.
pub struct Writing<'a, 'tx> {
    /// The data; it can only be committed with its entry.
    pub tx: &'a mut WriteTx<'tx>,
    /// Who, when, where.
    pub around: &'a Surroundings<'a>,
}

impl<'a, 'tx> Writing<'a, 'tx> {
    /// The data as it is at this point of the write.
    #[must_use]
    pub fn read(&self) -> &ReadTx<'tx> {
        self.tx
    }

    /// What a query would see at this point of the write.
    #[must_use]
    pub fn as_reading(&self) -> Reading<'_> {
        Reading { tx: self.tx, around: self.around }
    }

    /// Gives the person's why; blank says nothing.
    pub fn because(&mut self, reason: &str) {
        self.tx.because(reason.trim());
    }

    /// Says in words what this entry did: a message key `history-…` with arguments, and the record it is about.
    pub fn tell(&mut self, subject: Option<RecordId>, key: &str, args: &[(&str, WordValue)]) {
        let message = args.iter().fold(Message::new(key), |message, (name, value)| match value {
            WordValue::Text(text) => message.text(name, text),
            WordValue::Number(number) => message.number(name, *number),
        });
        self.tx.describe(subject, message);
    }
}

/// Reads, never writes.
pub trait Query: DeserializeOwned + TS + 'static {
    /// `<noun>.<verb>`.
    const NAME: &'static str;
    /// What it reads.
    const TAGS: &'static [Tag];
    /// What it gives.
    type Output: Serialize + TS + 'static;
    /// Answers the question.
    ///
    /// # Errors
    /// Any [`AppError`].
    fn run(self, cx: &Reading<'_>) -> AppResult<Self::Output>;
}

/// Changes the workspace in one recorded entry.
pub trait Mutation: DeserializeOwned + TS + 'static {
    /// `<noun>.<verb>`; also the action in the ledger.
    const NAME: &'static str;
    /// What it makes stale.
    const TAGS: &'static [Tag];
    /// What it needs.
    const PERMISSION: Permission = Permission::Write;
    /// What it gives.
    type Output: Serialize + TS + 'static;
    /// Makes the change.
    ///
    /// # Errors
    /// Any [`AppError`]; nothing is written then.
    fn run(self, cx: &mut Writing<'_, '_>) -> AppResult<Self::Output>;
}

/// Acts on the host: opening, closing, preferences, files.
pub trait HostCall: DeserializeOwned + TS + 'static {
    /// `<noun>.<verb>`.
    const NAME: &'static str;
    /// What it reads or makes stale.
    const TAGS: &'static [Tag];
    /// Whether it changes what the tags name.
    const CHANGES: bool;
    /// What it gives.
    type Output: Serialize + TS + 'static;
    /// Acts.
    ///
    /// # Errors
    /// Any [`AppError`].
    fn run(self, host: &Host) -> AppResult<Self::Output>;
}

/// Long work with progress and cancel.
pub trait Job: DeserializeOwned + TS + Send + 'static {
    /// `<noun>.<verb>`.
    const NAME: &'static str;
    /// What it makes stale.
    const TAGS: &'static [Tag];
    /// What it needs.
    const PERMISSION: Permission;
    /// What it gives.
    type Output: Serialize + TS + 'static;
    /// Works.
    ///
    /// # Errors
    /// Any [`AppError`]; nothing half-written stays.
    fn run(self, host: &Host, job: &JobContext<'_>) -> AppResult<Self::Output>;
}

/// The four kinds of use case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Reads.
    Query,
    /// Writes one entry.
    Mutation,
    /// Acts on the host.
    Host,
    /// Long work.
    Job,
}

/// One entry of the list of use cases.
pub struct Registration {
    /// The call's name.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// What it reads or makes stale.
    pub tags: &'static [Tag],
    /// What it needs.
    pub permission: Permission,
    /// How to run it.
    pub run: Runner,
    /// Adds its types to the bindings; gives the names of input and output.
    pub bind: fn(&mut Types) -> (String, String),
}

/// A use case with its types taken off.
#[derive(Clone, Copy)]
pub enum Runner {
    /// Reads.
    Query(fn(&Host, Value) -> AppResult<Value>),
    /// Writes; tells whether an entry was made.
    Mutation(fn(&Host, Value) -> AppResult<(Value, bool)>),
    /// Acts on the host.
    Host {
        /// The act.
        run: fn(&Host, Value) -> AppResult<Value>,
        /// Whether its tags become stale.
        changes: bool,
    },
    /// Works long.
    Job(fn(&Host, Value, &JobContext<'_>) -> AppResult<Value>),
}

fn input<T: DeserializeOwned>(name: &str, value: Value) -> AppResult<T> {
    // A call without input may send nothing at all.
    let value = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
    serde_json::from_value(value)
        .map_err(|error| AppError::new(Code::BadCall).detail(format!("{name}: {error}")))
}

fn output(value: &impl Serialize) -> AppResult<Value> {
    let value = serde_json::to_value(value).map_err(|error| AppError::internal(error.to_string()))?;
    if numbers_fit(&value) {
        Ok(value)
    } else {
        Err(AppError::internal("a number is too large for the wire"))
    }
}

/// JavaScript holds whole numbers up to 2^53 exactly; larger ones are refused rather than rounded.
fn numbers_fit(value: &Value) -> bool {
    const MOST: u64 = 1 << 53;
    match value {
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => number <= MOST,
            (None, Some(number)) => number.unsigned_abs() <= MOST,
            (None, None) => true,
        },
        Value::Array(items) => items.iter().all(numbers_fit),
        Value::Object(fields) => fields.values().all(numbers_fit),
        _ => true,
    }
}

fn bind<I: TS + 'static, O: TS + 'static>(types: &mut Types) -> (String, String) {
    (types.add::<I>(), types.add::<O>())
}

pub(crate) const fn query<T: Query>() -> Registration {
    Registration {
        name: T::NAME,
        kind: Kind::Query,
        tags: T::TAGS,
        permission: Permission::Read,
        run: Runner::Query(|host, value| {
            let case: T = input(T::NAME, value)?;
            output(&host.read(Permission::Read, |cx| case.run(cx))?)
        }),
        bind: bind::<T, T::Output>,
    }
}

pub(crate) const fn mutation<T: Mutation>() -> Registration {
    Registration {
        name: T::NAME,
        kind: Kind::Mutation,
        tags: T::TAGS,
        permission: T::PERMISSION,
        run: Runner::Mutation(|host, value| {
            let case: T = input(T::NAME, value)?;
            let (value, wrote) = host.write(T::NAME, T::PERMISSION, |cx| case.run(cx))?;
            Ok((output(&value)?, wrote))
        }),
        bind: bind::<T, T::Output>,
    }
}

pub(crate) const fn host_call<T: HostCall>() -> Registration {
    Registration {
        name: T::NAME,
        kind: Kind::Host,
        tags: T::TAGS,
        permission: Permission::Read,
        run: Runner::Host {
            run: |host, value| output(&input::<T>(T::NAME, value)?.run(host)?),
            changes: T::CHANGES,
        },
        bind: bind::<T, T::Output>,
    }
}

pub(crate) const fn job<T: Job>() -> Registration {
    Registration {
        name: T::NAME,
        kind: Kind::Job,
        tags: T::TAGS,
        permission: T::PERMISSION,
        run: Runner::Job(|host, value, context| output(&input::<T>(T::NAME, value)?.run(host, context)?)),
        bind: bind::<T, T::Output>,
    }
}

/// Every use case of the product. One that is missing here cannot be called from anywhere.
#[must_use]
pub fn all() -> &'static [Registration] {
    crate::registry::ALL
}

/// The use case with this name.
///
/// # Errors
/// [`Code::BadCall`] when there is none.
pub(crate) fn find(name: &str) -> AppResult<&'static Registration> {
    all().iter().find(|case| case.name == name).ok_or_else(|| bad_call(name, "is not known"))
}

/// A call that no surface makes unless it is broken.
pub(crate) fn bad_call(name: &str, why: &str) -> AppError {
    AppError::new(Code::BadCall).detail(format!("{name} {why}"))
}
