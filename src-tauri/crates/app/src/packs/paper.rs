//! The report that goes along with a pack, in both languages.

use kaizhang_core::pack::PackSubject;

use super::{PackChoice, PackSend};
use crate::Refusal;
use crate::app::App;
#[cfg(feature = "reports")]
use crate::reports::{Source, Subject, pdf};
use crate::work::{Progress, WorkPhase};

/// A report to be made. A program without reports, such as the agent, has none to make and makes no packs either.
pub(super) struct Paper {
    #[cfg(feature = "reports")]
    source: Source,
    #[cfg(feature = "reports")]
    subject: Subject,
    #[cfg(feature = "reports")]
    unseen: Vec<String>,
}

#[cfg(feature = "reports")]
impl Paper {
    /// The report about `subject`; what is not sent is not shown in it either.
    pub(super) fn about(app: &App, subject: PackSubject, choices: &[PackChoice]) -> Paper {
        let kept = choices.iter().filter(|one| one.send == PackSend::Nothing);
        Paper {
            source: Source::of(app),
            subject: match subject {
                PackSubject::Incident { incident: which } => Subject::Incident { which },
                PackSubject::Dispute { dispute: which } => Subject::Dispute { which },
                PackSubject::Range { from, to } => Subject::Range {
                    span: (Some(from), Some(to)),
                },
            },
            unseen: kept.map(|one| one.file.clone()).collect(),
        }
    }

    /// Its bytes. Whoever cannot make a report, makes no pack that looks whole without it.
    pub(super) fn made(
        &self,
        go_on: &dyn Fn() -> Result<(), Refusal>,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        use kaizhang_words::Lang;
        let both = [Lang::ZhCn, Lang::En];
        pdf(&self.source, &self.subject, &both, &self.unseen, go_on).map(Some)
    }
}

#[cfg(not(feature = "reports"))]
impl Paper {
    pub(super) fn about(_: &App, _: PackSubject, _: &[PackChoice]) -> Paper {
        Paper {}
    }

    pub(super) fn made(
        &self,
        _: &dyn Fn() -> Result<(), Refusal>,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        Ok(None)
    }
}

impl Paper {
    /// The same as a phase of long work.
    pub(super) fn laid_out(&self, progress: &Progress) -> Result<Option<Vec<u8>>, Refusal> {
        progress.phase(WorkPhase::Typesetting, None)?;
        self.made(&|| progress.go_on())
    }
}
