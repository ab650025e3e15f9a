//! Serves the built UI with the product's content security policy.

use std::path::{Component, Path};

/// The policy of the packaged window; the loopback origin stands for the window's own.
pub const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// A file of the UI: its bytes and type. Unknown paths without an ending give the page itself (client-side routes).
pub fn file(ui: &Path, url: &str) -> Option<(Vec<u8>, &'static str)> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !plain {
        return None;
    }
    let wanted = if path.is_empty() || !path.contains('.') { "index.html" } else { path };
    let bytes = std::fs::read(ui.join(wanted)).ok()?;
    Some((bytes, media_type(wanted)))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_policy_is_that_of_the_window_but_for_its_own_bridge() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tauri.conf.json");
        let conf: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let window = conf["app"]["security"]["csp"].as_object().unwrap();
        let window: BTreeMap<&str, String> = window
            .iter()
            .map(|(name, value)| {
                let sources = value.as_str().unwrap().split(' ');
                let own = sources.filter(|source| !matches!(*source, "ipc:" | "http://ipc.localhost"));
                (name.as_str(), own.collect::<Vec<_>>().join(" "))
            })
            .collect();
        let here: BTreeMap<&str, String> = POLICY
            .split(';')
            .filter_map(|part| part.trim().split_once(' '))
            .map(|(name, value)| (name, value.to_owned()))
            .collect();
        assert_eq!(here, window);
    }
}
