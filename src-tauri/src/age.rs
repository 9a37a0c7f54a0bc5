//! How old this process is: a start that was slow can be told from the log, and the benchmark of the start measures it.

/// Prints how long it took from the start of the process, which includes loading WebKit's libraries.
#[expect(clippy::print_stdout, reason = "the benchmark reads this line")]
pub fn report() {
    match ms() {
        Some(age) => println!("interactive {age}"),
        None => println!("interactive unknown"),
    }
}

/// How long this process has been running, in milliseconds, as the kernel counts it (in steps of 10 ms).
///
/// Field 22 of `/proc/self/stat` is the start in ticks since boot, of which Linux promises user space 100 a second;
/// field 2, the program's name in brackets, may hold spaces, so counting begins after it. See proc(5).
pub fn ms() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let started = stat
        .rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(19)?
        .parse::<u64>()
        .ok()?
        * 10;
    let (seconds, hundredths) = uptime.split_whitespace().next()?.split_once('.')?;
    let now = seconds.parse::<u64>().ok()? * 1000 + hundredths.parse::<u64>().ok()? * 10;
    Some(now.saturating_sub(started))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_running_process_has_a_plausible_age() {
        let age = ms().unwrap();
        assert!(age < 600_000, "{age} ms");
    }
}
