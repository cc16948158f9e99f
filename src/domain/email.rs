pub fn domain_of(a: &str) -> Option<&str> { a.rsplit_once('@').map(|x| x.1) }
pub fn is_free_mail(_: &str) -> bool { false }
