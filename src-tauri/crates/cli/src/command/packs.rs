//! `pack` and `verify`.

use clap::Command;

use super::Verbs;

impl Verbs<'_> {
    pub(super) fn pack(self) -> Command {
        let out = || {
            self.option("out", "cli-option-out-pack", "cli-name-file")
                .required(true)
        };
        let profile = || self.option("profile", "cli-option-profile", "cli-name-profile");
        let about = |name: &'static str| {
            let which = self.argument("which", "cli-arg-pack-which", "cli-name-number");
            self.action("pack", name)
                .arg(which)
                .arg(out())
                .arg(profile())
        };
        let range = self
            .action("pack", "range")
            .arg(self.argument("from", "cli-arg-pack-from", "cli-name-day"))
            .arg(self.argument("to", "cli-arg-pack-to", "cli-name-day"))
            .arg(out())
            .arg(profile());
        self.verb("pack")
            .subcommand_required(true)
            .disable_help_subcommand(true)
            .subcommand(about("incident"))
            .subcommand(about("dispute"))
            .subcommand(range)
    }

    pub(super) fn verify(self) -> Command {
        self.verb("verify")
            .arg(self.argument("pack", "cli-arg-pack", "cli-name-file"))
            .arg(self.option("key", "cli-option-key", "cli-name-fingerprint"))
            .arg(self.option("roots", "cli-option-roots", "cli-name-file"))
    }
}
