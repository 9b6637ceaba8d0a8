// The crate `fsrs` on a CSV of card_id,order,delta_t,rating: seconds from its items in memory to its weights, and the
// log loss in sample and over five splits by time. Usage: fsrs_train CSV plain|card [judge]
use fsrs::{ComputeParametersInput, FSRS, FSRSItem, FSRSReview, compute_parameters, current_retrievability};
use std::time::Instant;

struct Log {
    items: Vec<FSRSItem>,
    cards: Vec<i64>,
}

fn load(path: &str) -> Log {
    let text = std::fs::read_to_string(path).expect("the log can be read");
    let mut found: Vec<(i64, i64, FSRSItem)> = Vec::new();
    let mut histories: std::collections::HashMap<i64, Vec<FSRSReview>> = Default::default();
    for line in text.lines().skip(1) {
        let cells: Vec<i64> = line.split(',').map(|cell| cell.parse().expect("a number")).collect();
        let history = histories.entry(cells[0]).or_default();
        let days = if history.is_empty() { 0 } else { cells[2].max(0) as u32 };
        history.push(FSRSReview { rating: cells[3] as u32, delta_t: days });
        if days > 0 {
            found.push((cells[1], cells[0], FSRSItem { reviews: history.clone() }));
        }
    }
    found.sort_by_key(|item| item.0);
    let cards = found.iter().map(|item| item.1).collect();
    Log { items: found.into_iter().map(|item| item.2).collect(), cards }
}

fn train(log: &Log, count: usize, by_card: bool) -> (Vec<f32>, f64) {
    let input = ComputeParametersInput {
        train_set: log.items[..count].to_vec(),
        card_ids: by_card.then(|| log.cards[..count].to_vec()),
        progress: None,
        enable_short_term: true,
        num_relearning_steps: None,
        training_config: None,
    };
    let began = Instant::now();
    let weights = compute_parameters(input).expect("enough items");
    (weights, began.elapsed().as_secs_f64())
}

fn loss(weights: &[f32], items: &[FSRSItem]) -> f64 {
    let model = FSRS::new(weights).expect("valid weights");
    items
        .iter()
        .map(|item| {
            let (last, past) = item.reviews.split_last().expect("an item has answers");
            let memory = model.memory_state(FSRSItem { reviews: past.to_vec() }, None).expect("a state");
            let chance = f64::from(current_retrievability(memory, last.delta_t as f32, weights[20]));
            let given = if last.rating > 1 { chance } else { 1.0 - chance };
            -given.clamp(1e-15, 1.0 - 1e-15).ln()
        })
        .sum()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let log = load(&arguments[1]);
    let by_card = arguments[2] == "card";
    let all = log.items.len();
    let (weights, seconds) = train(&log, all, by_card);
    print!("{{\"train_ms\":{}", seconds * 1000.0);
    if arguments.get(3).is_some() {
        let part = all / 6;
        let first = all - 5 * part;
        let foretold: f64 = (0..5)
            .map(|fold| first + fold * part)
            .map(|begin| loss(&train(&log, begin, by_card).0, &log.items[begin..begin + part]))
            .sum();
        print!(",\"log_loss\":{},\"splits\":{}", loss(&weights, &log.items) / all as f64, foretold / (5 * part) as f64);
    }
    println!("}}");
}
