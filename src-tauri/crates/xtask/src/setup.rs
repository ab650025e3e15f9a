//! Sets up what building and testing need: system packages, npm packages, the UI.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::step::{Done, Failure, cache_dir, cargo, has, npm, root, run, ui};

/// Debian and Ubuntu packages a build needs, with a file that shows each is there.
const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libclang-dev",
    "libxdo-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libssl-dev",
];

/// Packages the tests need on top.
const TEST: &[&str] = &[
    "chromium",
    "xvfb",
    "webkit2gtk-driver",
    "dbus",
    "dbus-x11",
    "poppler-utils",
    "qpdf",
    "python3",
    "openssl",
    "imagemagick",
];

/// Makes sure the packages of a build are installed.
pub fn build_packages() -> Done {
    packages(BUILD)
}

/// Whether the packages of a build are there, so that the desktop shell can be built.
pub fn has_build_packages() -> bool {
    !cfg!(target_os = "linux") || BUILD.iter().all(|package| installed(package))
}

/// Makes sure the packages of the tests are installed.
pub fn test_packages() -> Done {
    packages(&[BUILD, TEST].concat())
}

fn packages(names: &[&str]) -> Done {
    if !cfg!(target_os = "linux") || !has("dpkg-query", "--version") {
        return Ok(());
    }
    let missing: Vec<&str> = names.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("System packages to install: {}", missing.join(" "));
    run("package lists", privileged(&["apt-get", "update"]))?;
    let mut install = vec!["apt-get", "install", "-y", "--no-install-recommends"];
    install.extend(&missing);
    run("system packages", privileged(&install)).map_err(|failure| {
        Failure(format!("{failure}\nInstall them by hand: sudo apt-get install {}", missing.join(" ")))
    })
}

fn installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["-W", "-f=${Status}", package])
        .output()
        .is_ok_and(|output| output.stdout.ends_with(b"ok installed"))
}

/// The command as root, through sudo where we are somebody else.
fn privileged(words: &[&str]) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0"));
    let mut command = if is_root { Command::new(words[0]) } else { Command::new("sudo") };
    command.args(if is_root { &words[1..] } else { words }).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Installs the npm packages when the lock file is newer than what is there.
pub fn npm_packages() -> Done {
    if !has("node", "--version") {
        return Err(Failure("Node.js 20 or newer is needed: https://nodejs.org".to_owned()));
    }
    let marker = ui().join("node_modules/.package-lock.json");
    if newer(&ui().join("package-lock.json"), &marker) {
        // Not `npm ci`: it refuses a lock file in which packages for other platforms are missing, and which of them a
        // registry offers differs from place to place. This takes the locked versions and writes nothing back.
        run("npm packages", npm(&["install", "--no-save", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds the UI when one of its files is newer than the last build.
pub fn ui_build() -> Done {
    let built = ui().join("dist/index.html");
    let sources =
        [ui().join("src"), ui().join("index.html"), ui().join("package-lock.json"), root().join("assets")];
    if sources.iter().any(|source| newest(source) > modified(&built)) {
        run("UI build", npm(&["run", "build"]))?;
    }
    Ok(())
}

/// The cargo-deny program, installed into the project's cache when the machine has none.
pub fn cargo_deny() -> Result<PathBuf, Failure> {
    if has("cargo-deny", "--version") {
        return Ok("cargo-deny".into());
    }
    let home = cache_dir().join("tools");
    let program = home.join("bin").join(if cfg!(windows) { "cargo-deny.exe" } else { "cargo-deny" });
    if !program.exists() {
        let home = home.to_string_lossy();
        let mut install = cargo(&["install", "cargo-deny", "--locked", "--root", &home]);
        install.env("CARGO_TARGET_DIR", cache_dir().join("tools-target"));
        run("cargo-deny", install)?;
    }
    Ok(program)
}

fn newer(source: &Path, result: &Path) -> bool {
    modified(source) > modified(result)
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|meta| meta.modified()).ok()
}

/// The newest time of any file below a path.
fn newest(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(path) else { return modified(path) };
    entries.flatten().filter_map(|entry| newest(&entry.path())).max()
}
