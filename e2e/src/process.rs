//! Programs that end with whoever started them, and everything that they started themselves.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

/// Starts the program, then waits for the end of what it is told, and ends itself and everything that was started. So
/// nothing stays behind when a journey is broken off, not even by force: whoever holds the other end is gone then.
const WATCH: &str = "\"$@\" & exec >&-; read -r _; kill -s KILL 0";

/// A running program and its children, ended when dropped.
#[derive(Debug)]
pub struct Process {
    watch: Child,
    // Kept open: a program that cannot print any more may stop.
    output: BufReader<ChildStdout>,
}

impl Process {
    /// Starts a program in a group of its own, so that its children can be ended with it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(program: &OsStr, words: &[&str], variables: &[(&str, &OsStr)]) -> Result<Self> {
        let name = program.to_string_lossy();
        let mut command = Command::new("sh");
        command.args(["-c", WATCH, "sh"]).arg(program).args(words).envs(variables.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut watch = command.spawn().with_context(|| format!("{name} could not be started"))?;
        let output = watch.stdout.take().with_context(|| format!("{name} prints nothing"))?;
        Ok(Process { watch, output: BufReader::new(output) })
    }

    /// Waits for a line that it prints, and gives what stands in it after these words.
    ///
    /// # Errors
    /// When it ended without printing such a line.
    pub fn told(&mut self, words: &str) -> Result<String> {
        let mut line = String::new();
        loop {
            line.clear();
            if self.output.read_line(&mut line)? == 0 {
                bail!("it ended before it said “{words}”");
            }
            if let Some((_, rest)) = line.split_once(words) {
                return Ok(rest.trim().to_owned());
            }
        }
    }

    /// Ends it and its children at once, as a power cut would.
    pub fn kill(&mut self) {
        drop(self.watch.stdin.take());
        // It ended itself by force, which is no success and none of our concern.
        let _ = self.watch.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
