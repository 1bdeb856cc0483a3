use super::*;

#[test]
fn the_file_reads_and_its_phrases_are_folded() {
    assert!(tells().len() >= 11 && greetings().len() > 30);
    for tell in tells() {
        assert!(tell.weight < 0 && tell.specific <= 0 && tell.specific >= tell.weight, "{}", tell.key);
        for phrase in tell.all.iter().flatten().chain(greetings()) {
            assert!(!phrase.is_empty() && fold(phrase).as_str() == phrase, "{}: {phrase}", tell.key);
        }
    }
}
