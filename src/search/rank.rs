//! From a query to rows, best first.

use super::{
    grade::{CLASS, Verdict, judge, judge_closely, judge_letter, polish},
    index::{Bits, Chunk, Index, ROWS, place},
    query::Query,
};
use std::{
    cmp::Reverse,
    ops::Range,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
};

/// The rows that fuzzy-matcher scores: several screens. The rest keep the order of their classes.
const SCORED: usize = 256;
/// Fewer rows than this aren't worth a second thread.
const WORTH_THREAD: usize = 8 * ROWS;
/// Earlier results kept, so that backspace narrows too.
const STAGES: usize = 24;
/// Above the class of every score.
const TOP: i32 = 2047;
/// Classes by rank class: what rows are sorted into.
const BUCKETS: usize = (TOP as usize + 1) * 4;

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
    /// Nobody is written like that: these are written nearly so.
    pub near: bool,
}

/// Candidates of an earlier query, by chunk, with the stamp the chunk had.
struct Stage {
    query: Query,
    chunks: Vec<(u64, Bits)>,
}

/// Ranks; remembers the last results so that a longer query looks at those rows alone.
#[derive(Default)]
pub struct Ranker {
    stages: Vec<Stage>,
    filter: Option<Vec<u64>>,
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
    chunks: Vec<Piece>,
    /// The bucket and the slot of each row.
    rows: Vec<(u16, u32)>,
}

/// What was found in one chunk.
struct Piece {
    at: usize,
    candidates: Bits,
    rows: Range<usize>,
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
        let found = job.run()?;
        let mut pieces: Vec<(&Piece, &[(u16, u32)])> =
            found.iter().flat_map(|found| found.chunks.iter().map(|it| (it, &found.rows[it.rows.clone()]))).collect();
        pieces.sort_unstable_by_key(|(piece, _)| piece.at);
        let hits = job.order(&pieces)?;
        let stage =
            index.chunks.iter().zip(&pieces).map(|(chunk, (piece, _))| (chunk.stamp, piece.candidates)).collect();
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
        Some(Ranking { query: text.into(), total: hits.len(), hits, near: false })
    }
}

impl Job<'_> {
    /// Looks at every chunk, on two threads when there is enough to do.
    fn run(&self) -> Option<Vec<Found>> {
        if self.work() < WORTH_THREAD {
            return Some(vec![self.scan()?]);
        }
        thread::scope(|scope| {
            let other = scope.spawn(|| self.scan());
            let found = self.scan();
            Some(vec![found?, other.join().ok().flatten()?])
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
            let Some(chunk) = self.index.chunks.get(at) else { return Some(found) };
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            let start = found.rows.len();
            let candidates = self.scan_chunk(at, chunk, &mut found.rows);
            found.chunks.push(Piece { at, candidates, rows: start..found.rows.len() });
        }
    }

    fn scan_chunk(&self, at: usize, chunk: &Chunk, rows: &mut Vec<(u16, u32)>) -> Bits {
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
                let Some(marks) = chunk.marks(row) else { break };
                if !self.query.terms.iter().all(|term| term.may(marks)) {
                    continue;
                }
                let verdict = match (letter, chunk.key(row)) {
                    (_, None) => continue,
                    (Some(letter), _) => judge_letter(letter, marks),
                    (None, Some(_)) if self.query.is_empty() => Verdict::Found(0),
                    (None, Some(key)) => judge(self.query, &key, marks),
                };
                if verdict != Verdict::Never {
                    candidates[word] |= 1 << (row % 64);
                }
                if let Verdict::Found(score) = verdict {
                    rows.push((bucket(score, chunk.rows[row].rank), (at * ROWS + row) as u32));
                }
            }
        }
        candidates
    }

    /// Puts the rows in order by class, and the first ones again by their full score. `pieces` are in the order of
    /// their slots, so that one count and one pass sort them.
    fn order(&self, pieces: &[(&Piece, &[(u16, u32)])]) -> Option<Vec<Hit>> {
        let mut places = vec![0_usize; BUCKETS];
        let rows = || pieces.iter().flat_map(|(_, rows)| rows.iter().copied());
        rows().for_each(|(bucket, _)| places[usize::from(bucket)] += 1);
        let mut total = 0;
        for place in &mut places {
            (*place, total) = (total, total + *place);
        }
        let mut hits = vec![Hit { slot: 0, score: 0 }; total];
        for (bucket, slot) in rows() {
            let place = &mut places[usize::from(bucket)];
            hits[*place] = Hit { slot, score: score_of(bucket) };
            *place += 1;
        }
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        if !self.query.is_empty() {
            let scored = total.min(SCORED);
            let mut first = Vec::with_capacity(scored);
            for hit in &hits[..scored] {
                let (at, row) = place(hit.slot);
                let chunk = self.index.chunks.get(at)?;
                let (key, marks) = (chunk.key(row)?, chunk.marks(row)?);
                let score = match judge_closely(self.query, &key, marks) {
                    Verdict::Found(closely) => closely.max(hit.score),
                    _ => hit.score,
                };
                let score = score + polish(self.query, &key, marks.fuzzy);
                first.push((Reverse(score), chunk.rows[row].rank, hit.slot));
            }
            first.sort_unstable();
            for (hit, (Reverse(score), _, slot)) in hits.iter_mut().zip(first) {
                *hit = Hit { slot, score };
            }
        }
        Some(hits)
    }
}

/// Sorts like (class of the score downwards, rank).
const fn bucket(score: i32, rank: u8) -> u16 {
    let class = if score < TOP * CLASS { score / CLASS } else { TOP };
    ((TOP - class) * 4) as u16 + (rank & 3) as u16
}

const fn score_of(bucket: u16) -> i32 {
    (TOP - (bucket / 4) as i32) * CLASS
}

#[cfg(test)]
mod tests;
