//! Programs that end with whoever started them, and everything that they started themselves.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

/// A running program and its children, ended when dropped.
#[derive(Debug)]
pub struct Process {
    child: Child,
    // Kept open: a program that cannot print any more may stop.
    output: BufReader<ChildStdout>,
}

impl Process {
    /// Starts a program in a group of its own, so that its children can be ended with it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let name = command.get_program().to_string_lossy().into_owned();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = started.with_context(|| format!("{name} could not be started"))?;
        let output = child.stdout.take().with_context(|| format!("{name} prints nothing"))?;
        Ok(Process { child, output: BufReader::new(output) })
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
        let group = format!("-{}", self.child.id());
        let ended = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        if !ended.is_ok_and(|status| status.success()) {
            // No group, or not this platform: the program itself at least. It may be gone already.
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
