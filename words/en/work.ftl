# Long work: how far it is, and handing a big file over

work-kind-check-pack = Checking a pack
work-kind-make-pack = Making a pack
work-phase-gathering = Collecting what belongs to it
work-phase-reading = Reading the files
work-phase-checking = Comparing hashes and signatures
work-phase-typesetting = Laying out the pages
work-phase-writing = Writing the files
work-phase-timestamping = Asking for a timestamp
work-stop = Stop
work-stopping = Stopping and tidying up…
work-stopped = Stopped. Nothing half-made is left.
work-percent = { $percent }%

refusal-work-running = Something else is still being made or checked. Let it finish, or stop it first.
refusal-work-stopped = Stopped. Nothing half-made is left.
refusal-work-broke-off = It broke off by a fault in the program. Nothing half-made is left, and the records are safe. Please try again.
refusal-work-not-started = It could not be begun: { $detail }. Please try again.
refusal-work-none = There is nothing going on.
refusal-handed-too-large = This file is above { $limit_gib } GiB, which is more than can be looked into here.
refusal-handed-out-of-order = A part of the file got lost on the way. Please choose it again.
refusal-handed-unknown = This file is not here any more. Please choose it again.
refusal-made-unknown = “{ $path }” was not made here since the program started, so its folder is not opened.
refusal-made-not-shown = The folder cannot be opened from here. The file is at { $path }
refusal-not-a-pack = This is not a pack: { $detail }.
refusal-pack-unreadable = “{ $path }” cannot be read: { $detail }
