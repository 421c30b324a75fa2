//! The paths that a Rust file names, comments and texts left out.

use std::collections::HashMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path with the line where it begins: `crate`, `lang`, `Lang`.
pub(super) struct PathAt {
    pub(super) line: usize,
    pub(super) parts: Vec<String>,
}

/// The paths of a file whose module stands `depth` below the crate: those of `use`, each
/// branch apart, and those of code that have more than one part. What leads to the crate
/// by `super` begins with `crate`; what begins with an import is given whole; what begins
/// with a module of the file itself is left out.
pub(super) fn paths(text: &str, depth: usize) -> Vec<PathAt> {
    let tokens: TokenStream = text.parse().expect("the file is Rust");
    let mut reader = Reader::default();
    reader.tokens(tokens, depth);
    let Reader {
        imports,
        named,
        modules,
        aliases,
    } = reader;
    let named = named
        .into_iter()
        .filter(|path| !modules.contains(&path.parts[0]))
        .map(|path| match aliases.get(&path.parts[0]) {
            Some(whole) => PathAt {
                parts: [whole, &path.parts[1..]].concat(),
                ..path
            },
            None => path,
        });
    let named: Vec<PathAt> = named.collect();
    imports.into_iter().chain(named).collect()
}

#[derive(Default)]
struct Reader {
    imports: Vec<PathAt>,
    named: Vec<PathAt>,
    modules: Vec<String>,
    /// What an imported name stands for.
    aliases: HashMap<String, Vec<String>>,
}

impl Reader {
    fn tokens(&mut self, tokens: TokenStream, depth: usize) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Ident(word) if word == "use" && !is_sign(tokens.get(at + 1), '<') => {
                    let rest = &tokens[at + 1..];
                    let end = rest.iter().position(|token| is_sign(Some(token), ';'));
                    let end = end.unwrap_or(rest.len());
                    self.import(&rest[..end], &[], depth);
                    at += end + 1;
                }
                TokenTree::Ident(word) if word == "mod" => {
                    self.modules
                        .extend(tokens.get(at + 1).map(ToString::to_string));
                    if let Some(TokenTree::Group(inside)) = tokens.get(at + 2) {
                        self.tokens(inside.stream(), depth + 1);
                        at += 2;
                    }
                }
                TokenTree::Ident(word) => {
                    let parts = parts(&tokens[at..]);
                    let line = word.span().start().line;
                    at += 3 * (parts.len() - 1);
                    if parts.len() > 1 {
                        self.named.extend(resolved(line, parts, depth));
                    }
                }
                TokenTree::Group(inside) => self.tokens(inside.stream(), depth),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }

    /// Reads one tree of a `use` after `prefix`.
    fn import(&mut self, tree: &[TokenTree], prefix: &[String], depth: usize) {
        let mut path = prefix.to_vec();
        let mut line = 1;
        let mut name = None;
        for (at, token) in tree.iter().enumerate() {
            line = token.span().start().line;
            match token {
                TokenTree::Ident(word) if word == "as" => {
                    name = tree.get(at + 1).map(ToString::to_string);
                    break;
                }
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == '*' => path.push("*".to_owned()),
                TokenTree::Group(branches) if branches.delimiter() == Delimiter::Brace => {
                    let branches: Vec<TokenTree> = branches.stream().into_iter().collect();
                    for branch in branches.split(|token| is_sign(Some(token), ',')) {
                        self.import(branch, &path, depth);
                    }
                    return;
                }
                _ => {}
            }
        }
        if !tree.is_empty() {
            if let Some(name) = name.or_else(|| path.last().cloned()) {
                self.aliases.insert(name, path.clone());
            }
            self.imports.extend(resolved(line, path, depth));
        }
    }
}

/// The words at the head of `tokens` that `::` joins.
fn parts(tokens: &[TokenTree]) -> Vec<String> {
    let mut parts = vec![tokens[0].to_string()];
    for next in tokens[1..].chunks_exact(3) {
        let joined = is_sign(next.first(), ':') && is_sign(next.get(1), ':');
        match &next[2] {
            TokenTree::Ident(word) if joined => parts.push(word.to_string()),
            _ => break,
        }
    }
    parts
}

fn resolved(line: usize, parts: Vec<String>, depth: usize) -> Option<PathAt> {
    let climbed = parts.iter().filter(|part| *part == "super").count();
    if climbed == 0 {
        return (parts.first()? != "self").then_some(PathAt { line, parts });
    }
    let rest = parts
        .into_iter()
        .filter(|part| part != "super" && part != "self");
    let parts = std::iter::once("crate".to_owned()).chain(rest).collect();
    (climbed >= depth).then_some(PathAt { line, parts })
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == sign)
}
