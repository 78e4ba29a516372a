// Package vault seals what leaves the laptop with a pass phrase, and opens it
// again: packages, backups. The format is age (age-encryption.org/v1): the key is
// derived from the pass phrase by scrypt, the content is authenticated piece by
// piece, and a sealed file opens with any program that knows age.
//
// The package must never know what it seals, a file, or where a pass phrase comes
// from; it keeps none.
//
// Decisions:
//   - Work factor 16: about 0.2 s a try on a laptop. A file that asks for more than
//     18 (256 MB of memory) is refused.
//   - Open gives nothing before all of it is authenticated: a wrong pass phrase and
//     one flipped byte are errors and never half of the content.
package vault
