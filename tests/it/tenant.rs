//! `muster sandbox --tenant FILE`: another company than the one that is there by default.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::world::World;

const TENANT: &str = r#"{
    "departments": [
        { "id": "7001", "name": "某某公司" },
        { "id": "7002", "name": { "zh": "研发中心", "en": "R&D" }, "parent": "7001" }
    ]
}"#;

/// The sandbox as a process of its own; it ends with this.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn start(world: &World, args: &[&str]) -> Self {
        let line = [&["sandbox", "--port", "0", "--latency", "0", "--json"], args].concat();
        let mut command = world.command(&line);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let told: Value = serde_json::from_str(&line).unwrap();
        let address = told["base_url"].as_str().unwrap().trim_start_matches("http://").to_owned();
        Self { child, address }
    }

    fn post(&self, path: &str, bearer: &str, body: &Value) -> Value {
        let body = body.to_string();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "POST /open-apis/{path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {bearer}\r\n\
             Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }

    /// The ids of the department tree, from the root.
    fn tree(&self) -> Vec<String> {
        let app = json!({ "app_id": "cli_sandbox", "app_secret": "sandbox" });
        let token = self.post("auth/v3/tenant_access_token/internal", "", &app);
        let token = token["tenant_access_token"].as_str().unwrap();
        let path = "corehr/v2/departments/tree?page_size=1000";
        let tree = self.post(path, token, &json!({}));
        let items = tree["data"]["items"].as_array().unwrap();
        items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_sandbox_has_a_company_and_takes_another() {
    let world = World::new().file("tenant.json", TENANT);
    assert!(Served::start(&world, &[]).tree().len() > 280);
    assert_eq!(Served::start(&world, &["--tenant", "tenant.json"]).tree(), ["7001", "7002"]);
}

#[test]
fn a_company_that_is_none_is_named() {
    let world = World::new().file("tenant.json", r#"{ "departements": [] }"#);
    let line = ["sandbox", "--port", "0", "--tenant"];
    world.run(&[&line[..], &["tenant.json"]].concat()).exits(2).says("departements");
    world.run(&[&line[..], &["none.json"]].concat()).exits(2).says("none.json");
    let over = ["tenant.json", "--state", "tenant.json"];
    world.run(&[&line[..], &over].concat()).exits(2).says("is not written over");
}
