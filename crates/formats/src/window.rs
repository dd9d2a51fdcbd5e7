//! A view onto a file of any size: a bounded piece of it is in memory, and moves on.
//!
//! Serves mailboxes and calendars, which may be larger than memory. It counts bytes and lines as they pass, and refuses
//! to hold more than [`WINDOW_BYTES`], however long a line is.

use std::io::{self, ErrorKind, Read};

/// The most that is in memory at once: 1 MiB.
pub(crate) const WINDOW_BYTES: usize = 1 << 20;

/// The most that is kept of one line: 64 KiB. What is longer passes unread.
pub(crate) const LINE_BYTES: usize = 64 << 10;

/// How much is asked for at once, at most.
const CHUNK_BYTES: usize = 256 << 10;

/// How much is in memory of a small file: 16 KiB.
const SMALL_BYTES: usize = 16 << 10;

/// A bounded piece of an input that is read from its beginning to its end.
pub(crate) struct Window<'i> {
    input: &'i mut dyn Read,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    passed: u64,
    lines: u64,
    ended: bool,
    tick: &'i mut dyn FnMut(u64),
}

impl<'i> Window<'i> {
    /// A view onto an input. `tick` is told now and then how many bytes have passed.
    pub(crate) fn new(input: &'i mut dyn Read, tick: &'i mut dyn FnMut(u64)) -> Self {
        Self::of(input, tick, WINDOW_BYTES)
    }

    /// A view for many small files of which only the beginning is read.
    pub(crate) fn small(input: &'i mut dyn Read, tick: &'i mut dyn FnMut(u64)) -> Self {
        Self::of(input, tick, SMALL_BYTES)
    }

    fn of(input: &'i mut dyn Read, tick: &'i mut dyn FnMut(u64), bytes: usize) -> Self {
        let buffer = vec![0; bytes];
        Window { input, buffer, start: 0, end: 0, passed: 0, lines: 0, ended: false, tick }
    }

    /// What is in memory now.
    pub(crate) fn held(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    /// How many bytes stand before the view.
    pub(crate) fn passed(&self) -> u64 {
        self.passed
    }

    /// The number of the line on which the view begins, from 1.
    pub(crate) fn line_number(&self) -> u32 {
        u32::try_from(self.lines + 1).unwrap_or(u32::MAX)
    }

    /// Whether everything that is left is in memory.
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// Reads more; false when there is nothing more to read, or no room for it.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        if self.start > 0 && self.buffer.len() - self.end < CHUNK_BYTES.min(self.start) {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        let until = self.buffer.len().min(self.end + CHUNK_BYTES);
        if until == self.end {
            return Ok(false);
        }
        loop {
            match self.input.read(&mut self.buffer[self.end..until]) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(false);
                }
                Ok(count) => {
                    self.end += count;
                    (self.tick)(self.passed);
                    return Ok(true);
                }
                Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                Err(fault) => return Err(fault),
            }
        }
    }

    /// Reads until so many bytes are in memory, or the end. Gives what is in memory, which may be more or less.
    pub(crate) fn need(&mut self, bytes: usize) -> io::Result<&[u8]> {
        while self.end - self.start < bytes && self.more()? {}
        Ok(self.held())
    }

    /// Moves on by so many bytes of those in memory.
    pub(crate) fn pass(&mut self, bytes: usize) {
        let bytes = bytes.min(self.end - self.start);
        let passing = &self.buffer[self.start..self.start + bytes];
        self.lines += count_lines(passing);
        self.passed += u64::try_from(bytes).unwrap_or(0);
        self.start += bytes;
    }

    /// Moves on past the next line and writes it to `line`, without its end; of a line that is longer than
    /// [`LINE_BYTES`] only the beginning. False when there is no line any more.
    pub(crate) fn line(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        line.clear();
        if self.need(1)?.is_empty() {
            return Ok(false);
        }
        loop {
            let held = self.held();
            let end = memchr::memchr(b'\n', held);
            let piece = &held[..end.unwrap_or(held.len())];
            let room = LINE_BYTES - line.len().min(LINE_BYTES);
            line.extend_from_slice(&piece[..piece.len().min(room)]);
            self.pass(end.map_or(piece.len(), |end| end + 1));
            if end.is_some() || self.need(1)?.is_empty() {
                break;
            }
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Ok(true)
    }
}

fn count_lines(bytes: &[u8]) -> u64 {
    u64::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8]) -> Vec<Vec<u8>> {
        let (mut input, mut tick) = (text, |_| ());
        let mut window = Window::new(&mut input, &mut tick);
        let (mut lines, mut line) = (Vec::new(), Vec::new());
        while window.line(&mut line).unwrap() {
            lines.push(line.clone());
        }
        assert_eq!(window.passed, text.len() as u64);
        lines
    }

    #[test]
    fn lines_end_in_every_way() {
        assert_eq!(lines(b"a\r\n\nb\nc"), [b"a".to_vec(), vec![], b"b".to_vec(), b"c".to_vec()]);
        assert!(lines(b"").is_empty());
    }

    #[test]
    fn of_a_long_line_only_the_beginning_is_kept() {
        let text = [vec![b'x'; 3 * WINDOW_BYTES], b"\nend".to_vec()].concat();
        let lines = lines(&text);
        assert_eq!((lines[0].len(), lines[1].as_slice()), (LINE_BYTES, b"end".as_slice()));
    }
}
