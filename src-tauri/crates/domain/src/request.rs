//! Requests for evidence: what the files handed in say of the request they answer.

use crate::state::{FileState, RequestState};

/// What a file stands at for a request. A file without a state of its own came before files were judged one by one:
/// it shares what was said of the whole request.
#[must_use]
pub fn file_state(own: Option<FileState>, whole: RequestState) -> FileState {
    own.unwrap_or(match whole {
        RequestState::Accepted => FileState::Accepted,
        RequestState::Refused => FileState::Refused,
        RequestState::Requested | RequestState::Received | RequestState::Withdrawn => FileState::Received,
    })
}

/// Where a request stands, from what a person said of the whole (`whole`) and from its files. The first that holds:
///
/// 1. withdrawn, when it was withdrawn;
/// 2. received, while a file waits to be judged: what is open comes before what is settled;
/// 3. accepted, when at least one file is accepted; files refused beside it change nothing;
/// 4. refused, when all files were refused: the request asks again, with the reasons of its files. A request refused
///    as a whole before files were judged one by one stays so without any file;
/// 5. requested, when there is no file.
#[must_use]
pub fn standing(whole: RequestState, files: &[FileState]) -> RequestState {
    let has = |state| files.contains(&state);
    if whole == RequestState::Withdrawn {
        RequestState::Withdrawn
    } else if has(FileState::Received) {
        RequestState::Received
    } else if has(FileState::Accepted) {
        RequestState::Accepted
    } else if has(FileState::Refused) || whole == RequestState::Refused {
        RequestState::Refused
    } else {
        RequestState::Requested
    }
}

/// Whether something is still asked for, so that the day it is due counts.
#[must_use]
pub fn asks(standing: RequestState) -> bool {
    matches!(standing, RequestState::Requested | RequestState::Refused)
}

/// Whether files are welcome from a folder that comes in: nothing more is collected for what is accepted or withdrawn.
#[must_use]
pub fn welcomes(standing: RequestState) -> bool {
    asks(standing) || standing == RequestState::Received
}

/// What a person may say of the whole request as it stands; everything else follows from its files.
#[must_use]
pub fn ways(standing: RequestState) -> &'static [RequestState] {
    match standing {
        RequestState::Requested | RequestState::Received | RequestState::Refused => {
            &[RequestState::Withdrawn]
        }
        RequestState::Withdrawn => &[RequestState::Requested],
        RequestState::Accepted => &[],
    }
}

/// What a person may say of a file, where its request (`whole`, what was said of it) and the file stand so. What waits is
/// accepted or refused; what was refused can be accepted after all. What was accepted counts for its line already: that
/// is taken back in the history, where one sees what goes with it.
#[must_use]
pub fn file_ways(whole: RequestState, file: FileState) -> &'static [FileState] {
    match (whole, file) {
        (RequestState::Withdrawn, _) | (_, FileState::Accepted) => &[],
        (_, FileState::Received) => &[FileState::Accepted, FileState::Refused],
        (_, FileState::Refused) => &[FileState::Accepted],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use FileState::{Accepted, Received, Refused};

    #[test]
    fn the_state_of_a_request_follows_from_its_files() {
        let of = |files: &[FileState]| standing(RequestState::Requested, files);
        assert_eq!(of(&[]), RequestState::Requested);
        assert_eq!(of(&[Accepted, Refused, Received]), RequestState::Received, "one still waits");
        assert_eq!(of(&[Refused, Accepted, Refused]), RequestState::Accepted);
        assert_eq!(of(&[Refused, Refused]), RequestState::Refused);
        assert_eq!(
            of(&[Refused, Received]),
            RequestState::Received,
            "a new file does not share the old one's fate"
        );
        for files in [&[][..], &[Accepted], &[Received]] {
            assert_eq!(standing(RequestState::Withdrawn, files), RequestState::Withdrawn);
        }
    }

    #[test]
    fn what_was_judged_as_a_whole_keeps_its_word() {
        let old = |whole: RequestState, files: usize| standing(whole, &vec![file_state(None, whole); files]);
        assert_eq!(old(RequestState::Accepted, 2), RequestState::Accepted);
        assert_eq!(old(RequestState::Refused, 1), RequestState::Refused);
        assert_eq!(old(RequestState::Refused, 0), RequestState::Refused);
        assert_eq!(old(RequestState::Requested, 1), RequestState::Received);
        assert_eq!(old(RequestState::Received, 0), RequestState::Requested, "what came was taken away again");
        assert_eq!(file_state(Some(Received), RequestState::Refused), Received);
    }

    #[test]
    fn files_are_judged_once_and_a_refusal_can_be_thought_over() {
        let of = |file| file_ways(RequestState::Requested, file);
        assert_eq!(of(Received), [Accepted, Refused]);
        assert_eq!(of(Refused), [Accepted]);
        assert_eq!(of(Accepted), []);
        for file in FileState::ALL {
            assert_eq!(file_ways(RequestState::Withdrawn, *file), []);
        }
    }

    #[test]
    fn only_what_asks_is_late_and_only_what_is_open_takes_files() {
        let those = |test: fn(RequestState) -> bool| {
            RequestState::ALL.iter().copied().filter(|state| test(*state)).collect::<Vec<_>>()
        };
        assert_eq!(those(asks), [RequestState::Requested, RequestState::Refused]);
        assert_eq!(those(welcomes), [RequestState::Requested, RequestState::Received, RequestState::Refused]);
        assert_eq!(ways(RequestState::Accepted), []);
        assert_eq!(ways(RequestState::Withdrawn), [RequestState::Requested]);
    }
}
