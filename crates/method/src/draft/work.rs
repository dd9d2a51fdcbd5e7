//! Counts what the draft check does, so that a test can say that its work grows with the text and no faster.
//!
//! Serves the tests of the draft check; elsewhere it does nothing. It refuses to measure time.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts as many steps as were done.
#[inline]
pub fn did(steps: usize) {
    #[cfg(test)]
    STEPS.with(|count| count.set(count.get() + steps));
    #[cfg(not(test))]
    let _ = steps;
}

/// How many steps something takes.
#[cfg(test)]
pub fn steps(something: impl FnOnce()) -> usize {
    let before = STEPS.with(std::cell::Cell::get);
    something();
    STEPS.with(std::cell::Cell::get) - before
}
