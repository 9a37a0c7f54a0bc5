//! A real timestamp authority made of `openssl ts`: a root, and a certificate for timestamps under it.

use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What the authority is made of.
#[derive(Clone)]
pub struct Plan {
    /// Arguments of `openssl req` that make a key.
    pub key: &'static [&'static str],
    /// The line of the certificate's uses.
    pub usage: &'static str,
    /// What its tokens are signed with.
    pub digest: &'static str,
    /// The hash that names the certificate in a token.
    pub names_by: &'static str,
}

pub const RSA: Plan = Plan {
    key: &["-newkey", "rsa:2048"],
    usage: "critical,timeStamping",
    digest: "sha256",
    names_by: "sha256",
};

pub const EC: Plan = Plan {
    key: &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
    ..RSA
};

pub struct Authority {
    folder: TempDir,
}

impl Authority {
    pub fn new(plan: &Plan) -> Self {
        let authority = Self {
            folder: TempDir::new().unwrap(),
        };
        let conf = format!(
            "[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nO = Clock Tower\nCN = Root\n\
             [ca]\nbasicConstraints = critical,CA:true\nkeyUsage = critical,keyCertSign\nsubjectKeyIdentifier = hash\n\
             [tsa_cert]\nextendedKeyUsage = {}\nsubjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n\
             [tsa]\ndefault_tsa = t\n[t]\ndir = .\nserial = serial\nsigner_cert = tsa.pem\nsigner_key = tsa.key\n\
             signer_digest = {}\ndefault_policy = 1.2.3.4.1\nother_policies = 1.2.3.4.5\n\
             digests = sha256, sha512\naccuracy = secs:1, millisecs:500, microsecs:100\nordering = yes\n\
             tsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = {}\n",
            plan.usage, plan.digest, plan.names_by
        );
        authority.keep("conf", conf.as_bytes());
        authority.keep("serial", b"01\n");
        let root = [
            "req",
            "-x509",
            "-config",
            "conf",
            "-extensions",
            "ca",
            "-nodes",
            "-days",
            "7300",
        ];
        let to = ["-keyout", "root.key", "-out", "root.pem"];
        authority.openssl(&[&root, plan.key, &to].concat());
        let ask = [
            "req",
            "-new",
            "-config",
            "conf",
            "-nodes",
            "-subj",
            "/O=Clock Tower/CN=Clock",
        ];
        authority.openssl(
            &[
                &ask[..],
                plan.key,
                &["-keyout", "tsa.key", "-out", "tsa.csr"],
            ]
            .concat(),
        );
        let sign = [
            "x509",
            "-req",
            "-in",
            "tsa.csr",
            "-CA",
            "root.pem",
            "-CAkey",
            "root.key",
            "-CAcreateserial",
        ];
        let how = [
            "-extfile",
            "conf",
            "-extensions",
            "tsa_cert",
            "-days",
            "3650",
            "-out",
            "tsa.pem",
        ];
        authority.openssl(&[&sign[..], &how].concat());
        authority
    }

    /// Its answer to a request.
    pub fn answer(&self, request: &[u8]) -> Vec<u8> {
        self.keep("request.tsq", request);
        self.openssl(&[
            "ts",
            "-reply",
            "-config",
            "conf",
            "-section",
            "t",
            "-queryfile",
            "request.tsq",
            "-out",
            "answer.tsr",
        ]);
        std::fs::read(self.path().join("answer.tsr")).unwrap()
    }

    /// A bare token of this authority's key over any content: what `openssl ts` itself would refuse to make.
    pub fn token_over(&self, info: &[u8]) -> Vec<u8> {
        self.keep("info", info);
        let sign = [
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-cades",
            "-in",
            "info",
            "-outform",
            "DER",
            "-out",
            "token",
        ];
        let by = [
            "-signer",
            "tsa.pem",
            "-inkey",
            "tsa.key",
            "-econtent_type",
            "1.2.840.113549.1.9.16.1.4",
        ];
        self.openssl(&[&sign[..], &by].concat());
        std::fs::read(self.path().join("token")).unwrap()
    }

    pub fn root_pem(&self) -> String {
        std::fs::read_to_string(self.path().join("root.pem")).unwrap()
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn keep(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    /// Runs `openssl` in the authority's folder; whatever it says on failure is the panic.
    pub fn openssl(&self, arguments: &[&str]) -> String {
        let out = Command::new("openssl")
            .args(arguments)
            .current_dir(self.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "openssl {arguments:?}: {said}");
        String::from_utf8_lossy(&out.stdout).into_owned()
    }
}
