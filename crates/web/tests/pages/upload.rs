//! Forms with files, as a browser sends them.

use axum::body::Body;

use crate::run::{Run, Told, ask, text};

/// People as LinkedIn writes them: Ana at Harbor Freight, Ben at Quay 4, and a row without a name.
pub const PEOPLE: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
    Ana,Pereira,https://www.linkedin.com/in/ana-p,ana@harbor.example,Harbor Freight,Foreman,03 Nov 2018\n\
    Ben,Okafor,https://www.linkedin.com/in/ben-o,,Quay 4,Planner,04 Nov 2019\n\
    ,,,,Harbor Freight,,05 Nov 2020\n";

/// One file of a form.
pub struct File<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// A file of the field that imports read.
pub fn file<'a>(name: &'a str, bytes: &'a [u8]) -> File<'a> {
    File { field: "files", name, bytes }
}

impl Run {
    /// Sends a form with files.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> Told {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for File { field, name, bytes } in files {
            let about = format!("form-data; name=\"{field}\"; filename=\"{name}\"");
            body.extend(format!("--edge\r\nContent-Disposition: {about}\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        let request = ask("POST", path).header("cookie", &self.cookie).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "multipart/form-data; boundary=edge").body(Body::from(body));
        let response = self.raw(request.unwrap()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        Told { status, headers, page: text(response).await }
    }

    /// Sends files to be imported, and gives the page that says what came of them.
    pub async fn import(&self, how: &str, files: &[File<'_>]) -> Told {
        let sent = self.upload("/import", &[("do", how)], files).await;
        self.outcome(&sent.to()).await
    }

    /// What a job came to. While it reads, its page looks again by itself, and so does this.
    pub async fn outcome(&self, path: &str) -> Told {
        loop {
            let told = self.send("GET", path, "").await;
            if !told.page.contains("http-equiv=\"refresh\"") {
                return told;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    }
}
