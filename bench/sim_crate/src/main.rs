// Runs the simulator of the crate `fsrs` on the scenes that tests/simulate/crate_scenes.hpp has too, and prints, as CSV,
// the mean of `SEEDS` runs over periods of ten days: reviews, new cards and seconds a day, cards remembered at the end.
use fsrs::{simulate, Card, SimulatorConfig, DEFAULT_PARAMETERS};
use std::sync::Arc;

const SEEDS: u64 = 24;
const PERIOD: usize = 10;

struct Scene {
    name: &'static str,
    begun: usize,
    fresh: usize,
    new_limit: usize,
    review_limit: usize,
    days: usize,
    retention: f32,
    decay: f32,
}

fn weights(decay: f32) -> Vec<f32> {
    let mut w = DEFAULT_PARAMETERS.to_vec();
    if decay > 0.0 {
        // Somebody who forgets faster at first and slower later than the mean.
        w[0] = 0.4;
        w[2] = 3.1;
        w[8] = 1.6;
        w[20] = decay;
    }
    w
}

// The cards of a collection, by formula, so that the test can make the same.
fn begun_cards(count: usize, retention: f32, w: &Arc<Vec<f32>>) -> Vec<Card> {
    (0..count)
        .map(|i| {
            let interval = 1 + (i * 37) % 90;
            let past = (i * 11) % interval;
            Card {
                id: i as i64 + 1,
                difficulty: 1.5 + ((i * 13) % 80) as f32 / 10.0,
                stability: interval as f32 * (0.6 + ((i * 7) % 10) as f32 / 10.0),
                last_date: -(past as f32),
                due: (interval - past) as f32,
                interval: interval as f32,
                lapses: 0,
                desired_retention: retention,
                parameters: w.clone(),
            }
        })
        .collect()
}

fn main() {
    let all = usize::MAX;
    let scenes = [
        Scene { name: "new", begun: 0, fresh: 1500, new_limit: 20, review_limit: all, days: 180, retention: 0.9, decay: 0.0 },
        Scene { name: "begun", begun: 2000, fresh: 0, new_limit: 0, review_limit: all, days: 180, retention: 0.8, decay: 0.0 },
        Scene { name: "limits", begun: 1000, fresh: 1000, new_limit: 10, review_limit: 50, days: 180, retention: 0.9, decay: 0.0 },
        Scene { name: "own", begun: 800, fresh: 1200, new_limit: 15, review_limit: all, days: 360, retention: 0.85, decay: 0.35 },
        Scene { name: "high", begun: 500, fresh: 700, new_limit: 10, review_limit: all, days: 120, retention: 0.95, decay: 0.0 },
    ];
    println!("scene,from_day,reviews,new,seconds,remembered");
    for scene in &scenes {
        let w = Arc::new(weights(scene.decay));
        let config = SimulatorConfig {
            deck_size: scene.begun + scene.fresh,
            learn_span: scene.days,
            max_cost_perday: f32::MAX,
            learn_limit: scene.new_limit,
            review_limit: scene.review_limit,
            ..Default::default()
        }
        // Under a limit the longest overdue come first, as in a queue of ebb. The crate's default, easy cards first,
        // would compare two habits and not two simulators.
        .with_review_priority(|card: &Card| card.scheduled_due() as i32);
        let mut reviews = vec![0.0; scene.days];
        let mut learnt = vec![0.0; scene.days];
        let mut seconds = vec![0.0; scene.days];
        let mut remembered = vec![0.0; scene.days];
        for seed in 0..SEEDS {
            let cards = begun_cards(scene.begun, scene.retention, &w);
            let result = simulate(&config, &w, scene.retention, Some(seed), Some(cards)).unwrap();
            for day in 0..scene.days {
                reviews[day] += result.review_cnt_per_day[day] as f64 / SEEDS as f64;
                learnt[day] += result.learn_cnt_per_day[day] as f64 / SEEDS as f64;
                seconds[day] += result.cost_per_day[day] as f64 / SEEDS as f64;
                remembered[day] += result.memorized_cnt_per_day[day] as f64 / SEEDS as f64;
            }
        }
        for first in (0..scene.days).step_by(PERIOD) {
            let days = first..(first + PERIOD).min(scene.days);
            let mean = |of: &Vec<f64>| of[days.clone()].iter().sum::<f64>() / days.len() as f64;
            println!("{},{},{:.3},{:.3},{:.1},{:.2}", scene.name, first, mean(&reviews), mean(&learnt), mean(&seconds),
                     remembered[days.end - 1]);
        }
    }
}
