//! The loopback host: the very same core behind plain HTTP on 127.0.0.1, for a normal browser and its tests.
//!
//! `POST /call/<name>` and `POST /job` mirror the desktop's commands; `GET /events` is a server-sent event stream;
//! `POST /dialog` answers from a queue that tests fill through `POST /dialog/next`; `POST /upload?name=` takes bytes
//! where the desktop would take a dropped file;
//! `POST /shown` tells which files the desktop would have handed to other programs.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use cairn_app::dialog::JobRequest;
use cairn_app::error::{AppError, Code, WireError};
use cairn_app::host::{Event, Host, Settings};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::page;

/// Largest request body, the limit of an import file.
const LARGEST_BODY: u64 = 51 * 1024 * 1024;

/// How to serve.
pub struct Options {
    /// Port on 127.0.0.1; 0 lets the system choose.
    pub port: u16,
    /// Config folder: keys, preferences, uploads.
    pub config: PathBuf,
    /// The built UI.
    pub ui: PathBuf,
}

struct Loopback {
    host: Arc<Host>,
    listeners: Arc<Mutex<Vec<Sender<Event>>>>,
    answers: Mutex<VecDeque<Option<PathBuf>>>,
    /// Files handed to the system's programs, which nobody looks at here.
    shown: Arc<Mutex<Vec<PathBuf>>>,
    options: Options,
}

/// Serves until the process ends. Prints the address as its first line.
pub fn serve(options: &Options) -> Result<(), String> {
    let server = Server::http(("127.0.0.1", options.port)).map_err(|error| error.to_string())?;
    let listeners: Arc<Mutex<Vec<Sender<Event>>>> = Arc::default();
    let sink = {
        let listeners = Arc::clone(&listeners);
        Arc::new(move |event: Event| {
            guard(&listeners).retain(|listener| listener.send(event.clone()).is_ok());
        })
    };
    let shown: Arc<Mutex<Vec<PathBuf>>> = Arc::default();
    let opener = {
        let shown = Arc::clone(&shown);
        Arc::new(move |path: &Path| {
            guard(&shown).push(path.to_owned());
            Ok(())
        })
    };
    let host = Host::new(Settings {
        config: options.config.clone(),
        clock: Arc::new(cairn_app::SystemClock),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        sink,
        opener: Some(opener),
    })
    .map_err(|error| format!("{error:?}"))?;
    let options = Options { port: options.port, config: options.config.clone(), ui: options.ui.clone() };
    let host = Arc::new(host);
    cairn_app::watch::watch(&host);
    let loopback = Arc::new(Loopback { host, listeners, answers: Mutex::default(), shown, options });
    println!("http://{}", server.server_addr());
    for request in server.incoming_requests() {
        let loopback = Arc::clone(&loopback);
        std::thread::spawn(move || loopback.answer(request));
    }
    Ok(())
}

fn guard<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

/// The result of a call: 200 with the output, 422 with the wire error.
fn reply(request: Request, result: Result<Value, WireError>) {
    let (status, body) = match result {
        Ok(value) => (200, value.to_string()),
        Err(error) => (422, json!(error).to_string()),
    };
    let mut response = Response::from_data(body.into_bytes()).with_status_code(status);
    let headers = [header("Content-Type", "application/json"), header("Cache-Control", "no-store")];
    for header in headers.into_iter().flatten() {
        response.add_header(header);
    }
    let _ = request.respond(response);
}

impl Loopback {
    fn answer(&self, mut request: Request) {
        let url = request.url().to_owned();
        let path = url.split('?').next().unwrap_or_default().to_owned();
        match (request.method().clone(), path.as_str()) {
            (Method::Get, "/events") => self.stream(request),
            (Method::Get, _) => self.page(request, &url),
            (Method::Post, "/upload") => {
                let result = self.upload(&mut request, &url);
                reply(request, result);
            }
            (Method::Post, _) => {
                let mut body = String::new();
                let read = request.as_reader().take(LARGEST_BODY).read_to_string(&mut body);
                let input = if read.is_ok() {
                    serde_json::from_str(&body).unwrap_or(Value::Null)
                } else {
                    Value::Null
                };
                let result = self.post(&path, input);
                reply(request, result);
            }
            _ => {
                let _ = request.respond(Response::empty(405));
            }
        }
    }

    fn post(&self, path: &str, input: Value) -> Result<Value, WireError> {
        if let Some(name) = path.strip_prefix("/call/") {
            return self.host.call(name, input);
        }
        match path {
            "/job" => self.job(input),
            "/dialog" => {
                let chosen = guard(&self.answers).pop_front().flatten();
                Ok(chosen.map_or(Value::Null, |path| json!(self.host.admit(&path))))
            }
            "/dialog/next" => {
                guard(&self.answers).push_back(input["path"].as_str().map(PathBuf::from));
                Ok(Value::Null)
            }
            "/shown" => Ok(json!(*guard(&self.shown))),
            "/drop" => {
                let paths = input["paths"].as_array().cloned().unwrap_or_default();
                let places =
                    paths.iter().filter_map(Value::as_str).map(|path| self.host.admit(path.as_ref()));
                self.host.emit(Event::Dropped(places.collect()));
                Ok(Value::Null)
            }
            _ => Ok(Value::Null),
        }
    }

    fn job(&self, input: Value) -> Result<Value, WireError> {
        match serde_json::from_value(input) {
            Ok(JobRequest::Start { name, input }) => {
                let id = self.host.start_job(&name)?;
                let (host, job) = (Arc::clone(&self.host), id.clone());
                std::thread::spawn(move || host.run_job(&job, &name, input));
                Ok(Value::String(id))
            }
            Ok(JobRequest::Cancel { job }) => {
                self.host.cancel_job(&job);
                Ok(Value::Null)
            }
            Err(error) => {
                Err(AppError::new(Code::BadCall).detail(error.to_string()).to_wire(&self.host.words()))
            }
        }
    }

    /// Keeps uploaded bytes in the config folder, as a dropped file would lie on the disk.
    fn upload(&self, request: &mut Request, url: &str) -> Result<Value, WireError> {
        let name =
            url.split_once("name=").map_or("file", |(_, name)| name).replace(['/', '\\', '.', '%'], "_");
        let ending = if name.ends_with("_xlsx") {
            ".xlsx"
        } else if name.ends_with("_csv") {
            ".csv"
        } else {
            ""
        };
        let folder = self.options.config.join("uploads");
        let path = folder.join(format!("{name}{ending}"));
        let mut bytes = Vec::new();
        let done = std::fs::create_dir_all(&folder)
            .and_then(|()| request.as_reader().take(LARGEST_BODY).read_to_end(&mut bytes))
            .and_then(|_| std::fs::write(&path, &bytes));
        match done {
            Ok(()) => Ok(json!(self.host.admit(&path))),
            Err(error) => Err(AppError::internal(error.to_string()).to_wire(&self.host.words())),
        }
    }

    fn page(&self, request: Request, url: &str) {
        let Some((bytes, media_type)) = page::file(&self.options.ui, url) else {
            let _ = request.respond(Response::empty(404));
            return;
        };
        let _ = write_file(request.into_writer(), &bytes, media_type);
    }

    fn stream(&self, request: Request) {
        let (sender, receiver) = channel();
        guard(&self.listeners).push(sender);
        let _ = write_events(request.into_writer(), &receiver);
    }
}

/// Writes a file of the window and asks the browser to close the connection. A window fetches many files at once, and
/// a connection that is kept open keeps a thread of the server; connections that still wait for one could wait for ever.
fn write_file(mut stream: Box<dyn Write + Send>, bytes: &[u8], media_type: &str) -> std::io::Result<()> {
    let length = bytes.len();
    let policy = page::POLICY;
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Content-Security-Policy: {policy}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n"
    )?;
    stream.write_all(bytes)?;
    stream.flush()
}

/// Writes events until the browser goes away; a comment every few seconds finds out that it did.
fn write_events(mut stream: Box<dyn Write + Send>, events: &Receiver<Event>) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n: ready\n\n")?;
    stream.flush()?;
    loop {
        match events.recv_timeout(std::time::Duration::from_secs(5)) {
            Ok(Event::Changed(tags)) => write!(stream, "event: changed\ndata: {}\n\n", json!(tags))?,
            Ok(Event::Progress(job)) => write!(stream, "event: progress\ndata: {}\n\n", json!(job))?,
            Ok(Event::Dropped(places)) => write!(stream, "event: dropped\ndata: {}\n\n", json!(places))?,
            Err(std::sync::mpsc::RecvTimeoutError::Timeout) => stream.write_all(b": still here\n\n")?,
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => return Ok(()),
        }
        stream.flush()?;
    }
}
