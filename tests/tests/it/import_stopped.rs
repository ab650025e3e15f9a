//! An import that a person stops: nothing of it is there, and they can go on where they were.

use cairn_app::error::Code;
use cairn_app::host::Event;
use cairn_app::job::JobEvent;
use cairn_tests::World;
use serde_json::json;

#[test]
fn an_import_that_is_stopped_in_the_middle_leaves_nothing_behind() {
    let world = World::with_workspace();
    let list: String = (0..1500).map(|n| format!("System {n},What system number {n} is for\n")).collect();
    std::fs::write(world.path("list.csv"), format!("Name,Purpose\n{list}")).unwrap();
    let view = world.job("import.open", json!({"file": world.place("list.csv").token}));
    let entries = || world.call("workspace.get", json!({}))["entries"].clone();
    let before = entries();
    for step in ["check", "import"] {
        let job = world.host.start_job("import.run").unwrap();
        world.heard();
        let ended = std::thread::scope(|scope| {
            let running = scope.spawn(|| world.host.run_job(&job, "import.run", json!({"id": view["id"]})));
            while !running.is_finished() {
                let reached = world
                    .heard()
                    .into_iter()
                    .any(|event| matches!(&event, Event::Progress(JobEvent::Running(at)) if at.step == step));
                if reached {
                    world.host.cancel_job(&job);
                }
                std::thread::yield_now();
            }
            running.join().unwrap()
        });
        assert_eq!(ended.unwrap_err().code, Code::Cancelled, "{step}");
        assert_eq!(entries(), before, "{step}");
        assert_eq!(world.call("system.list", json!({}))["total"], 0, "{step}");
        world.must_verify();
    }
    let done = world.job("import.run", json!({"id": view["id"]}));
    assert_eq!(done["counts"]["created"], 1500);
    world.must_verify();
}
