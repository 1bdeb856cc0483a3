//! From a query to rows, best first.

use super::{
    grade::{Verdict, judge, judge_letter, polish},
    index::{Bits, Chunk, Index, ROWS, place},
    query::Query,
};
use fuzzy_matcher::skim::SkimMatcherV2;
use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
};

/// The rows that fuzzy-matcher scores: several screens. The rest keep the order of their classes.
const SCORED: usize = 256;
/// Fewer rows than this aren't worth a second thread.
const WORTH_THREAD: usize = 8 * ROWS;
/// Earlier results kept, so that backspace narrows too.
const STAGES: usize = 24;
/// Above every score.
const TOP: u64 = (1 << 30) - 1;

/// One row found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub slot: u32,
    pub score: i32,
}

/// All rows found, best first: by score, then rank class, then slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    pub query: String,
    pub hits: Vec<Hit>,
    pub total: usize,
}

/// Candidates of an earlier query, by chunk, with the stamp the chunk had.
struct Stage {
    query: Query,
    chunks: Vec<(u64, Bits)>,
}

/// Ranks; remembers the last results so that a longer query looks at those rows alone.
pub struct Ranker {
    stages: Vec<Stage>,
    filter: Option<Vec<u64>>,
    matcher: SkimMatcherV2,
}

impl Default for Ranker {
    fn default() -> Self {
        Self { stages: Vec::new(), filter: None, matcher: SkimMatcherV2::default().ignore_case() }
    }
}

/// One ranking under way, shared by its threads.
struct Job<'a> {
    index: &'a Index,
    query: &'a Query,
    filter: Option<&'a [u64]>,
    earlier: Option<&'a Stage>,
    next: AtomicUsize,
    stop: &'a AtomicBool,
}

/// What one thread found.
#[derive(Default)]
struct Found {
    chunks: Vec<(usize, Bits)>,
    keys: Vec<u64>,
}

impl Ranker {
    pub fn new() -> Self {
        Self::default()
    }

    /// Ranks all rows, or those in `filter`: a bit set of slots. `None` when `stop` was raised: a newer query waits.
    /// An empty query finds all rows, by rank class and slot.
    pub fn rank(&mut self, index: &Index, text: &str, filter: Option<&[u64]>, stop: &AtomicBool) -> Option<Ranking> {
        if self.filter.as_deref() != filter {
            self.filter = filter.map(<[u64]>::to_vec);
            self.stages.clear();
        }
        let query = Query::new(text);
        while self.stages.last().is_some_and(|stage| !query.extends(&stage.query)) {
            self.stages.pop();
        }
        let earlier = self.stages.last();
        let job = Job { index, query: &query, filter, earlier, next: AtomicUsize::new(0), stop };
        let Found { chunks, mut keys } = job.run()?;
        let hits = job.order(&self.matcher, &mut keys)?;
        let mut stage: Vec<(u64, Bits)> = index.chunks.iter().map(|chunk| (chunk.stamp, Bits::default())).collect();
        for (at, bits) in chunks {
            stage[at].1 = bits;
        }
        // The same candidates once more, as after backspace: one stage is enough.
        if self.stages.last().is_some_and(|last| last.query.extends(&query)) {
            self.stages.pop();
        }
        if self.stages.len() >= STAGES {
            self.stages.remove(0);
        }
        if !query.is_empty() {
            self.stages.push(Stage { query, chunks: stage });
        }
        Some(Ranking { query: text.into(), total: hits.len(), hits })
    }
}

impl Job<'_> {
    /// Looks at every chunk, on two threads when there is enough to do.
    fn run(&self) -> Option<Found> {
        if self.work() < WORTH_THREAD {
            return self.scan();
        }
        thread::scope(|scope| {
            let other = scope.spawn(|| self.scan());
            let mut found = self.scan();
            let other = other.join().ok().flatten()?;
            if let Some(found) = &mut found {
                found.chunks.extend(other.chunks);
                found.keys.extend(other.keys);
            }
            found
        })
    }

    /// Rows to look at.
    fn work(&self) -> usize {
        match self.earlier {
            None => self.index.chunks.len() * ROWS,
            Some(stage) => stage.chunks.iter().flat_map(|(_, bits)| bits).map(|word| word.count_ones() as usize).sum(),
        }
    }

    fn scan(&self) -> Option<Found> {
        let mut found = Found::default();
        loop {
            let at = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(chunk) = self.index.chunks.get(at) else {
                found.keys.sort_unstable();
                return Some(found);
            };
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            let bits = self.scan_chunk(at, chunk, &mut found.keys);
            found.chunks.push((at, bits));
        }
    }

    fn scan_chunk(&self, at: usize, chunk: &Chunk, keys: &mut Vec<u64>) -> Bits {
        let narrowed = self.earlier.and_then(|stage| stage.chunks.get(at)).filter(|(stamp, _)| *stamp == chunk.stamp);
        let letter = self.query.letter();
        let mut candidates = Bits::default();
        for word in 0..ROWS / 64 {
            let mut left = narrowed.map_or(u64::MAX, |(_, bits)| bits[word]);
            if let Some(filter) = self.filter {
                left &= filter.get(at * (ROWS / 64) + word).copied().unwrap_or_default();
            }
            while left != 0 {
                let row = word * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                let Some((fuzzy, strict)) = chunk.fuzzy.get(row).zip(chunk.strict.get(row)) else { break };
                if !self.query.terms.iter().all(|term| term.may(*fuzzy, *strict)) {
                    continue;
                }
                let verdict = match (letter, chunk.key(row)) {
                    (_, None) => continue,
                    (Some(letter), _) => judge_letter(letter, *fuzzy, chunk.starts[row]),
                    (None, Some(_)) if self.query.is_empty() => Verdict::Found(0),
                    (None, Some(key)) => judge(self.query, &key, *fuzzy, *strict),
                };
                if verdict != Verdict::Never {
                    candidates[word] |= 1 << (row % 64);
                }
                if let Verdict::Found(score) = verdict {
                    keys.push(pack_key(score, chunk.rows[row].rank, (at * ROWS + row) as u32));
                }
            }
        }
        candidates
    }

    /// Joins what the threads sorted, and sorts the first ones again by their full score.
    fn order(&self, matcher: &SkimMatcherV2, keys: &mut [u64]) -> Option<Vec<Hit>> {
        // The stable sort knows sorted runs and merges them.
        keys.sort();
        let scored = keys.len().min(SCORED);
        if !self.query.is_empty() {
            for key in &mut keys[..scored] {
                let (score, rank, slot) = unpack_key(*key);
                let (at, row) = place(slot);
                let chunk = self.index.chunks.get(at)?;
                let (key_of_row, fuzzy, strict) = (chunk.key(row)?, chunk.fuzzy[row], chunk.strict[row]);
                let exact = match judge(self.query, &key_of_row, fuzzy, strict) {
                    Verdict::Found(exact) => exact.max(score),
                    _ => score,
                };
                *key = pack_key(exact + polish(matcher, self.query, &key_of_row, fuzzy), rank, slot);
            }
        }
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        keys[..scored].sort_unstable();
        Some(keys.iter().map(|key| unpack_key(*key)).map(|(score, _, slot)| Hit { slot, score }).collect())
    }
}

/// Sorts like (score downwards, rank, slot).
const fn pack_key(score: i32, rank: u8, slot: u32) -> u64 {
    (TOP - score as u64) << 34 | (rank as u64) << 32 | slot as u64
}

const fn unpack_key(key: u64) -> (i32, u8, u32) {
    ((TOP - (key >> 34)) as i32, (key >> 32 & 3) as u8, key as u32)
}

#[cfg(test)]
mod tests;
