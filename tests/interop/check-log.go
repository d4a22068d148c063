//go:build ignore

// check-log checks a published log with golang.org/x/mod/sumdb, sharing no code with the program
// that wrote it:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode \
//	  go run tests/interop/check-log.go <log directory> <log vkey> [<cosigner vkey>...]
//
// The directory holds checkpoint and tile/ as C2SP tlog-tiles lays them out. It holds when the log
// and every cosigner named have signed the checkpoint, the entries hash to its root, each tile is
// what the entries make it, each entry is included and each sampled older size is a prefix.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// cosigner verifies timestamped Ed25519 cosignatures (C2SP tlog-cosignature, type 0x04), which
// package note does not know.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.id }
func (c *cosigner) Verify(text, payload []byte) bool {
	if len(payload) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(payload)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(c.key, []byte(message), payload[8:])
}

func newCosigner(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("malformed vkey %q", vkey)
	}
	material, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(material) != 1+ed25519.PublicKeySize || material[0] != 0x04 {
		return nil, fmt.Errorf("%q is no key of a cosigner", vkey)
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), material...))
	if fmt.Sprintf("%x", sum[:4]) != parts[1] {
		return nil, fmt.Errorf("wrong key id in %q", vkey)
	}
	return &cosigner{parts[0], binary.BigEndian.Uint32(sum[:4]), material[1:]}, nil
}

// openCheckpoint returns the tree that the log and all the cosigners have signed.
func openCheckpoint(message []byte, logVkey string, cosignerVkeys []string) (tlog.Tree, error) {
	logVerifier, err := note.NewVerifier(logVkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	verifiers := []note.Verifier{logVerifier}
	for _, vkey := range cosignerVkeys {
		verifier, err := newCosigner(vkey)
		if err != nil {
			return tlog.Tree{}, err
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open(message, note.VerifierList(verifiers...))
	if err != nil {
		return tlog.Tree{}, err
	}
	if len(opened.Sigs) != len(verifiers) {
		return tlog.Tree{}, fmt.Errorf("%d of %d keys have signed", len(opened.Sigs), len(verifiers))
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return tlog.Tree{}, fmt.Errorf("the checkpoint does not have three lines")
	}
	if lines[0] != logVerifier.Name() {
		return tlog.Tree{}, fmt.Errorf("origin %q, key of %q", lines[0], logVerifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] || size < 0 {
		return tlog.Tree{}, fmt.Errorf("malformed size %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// directory reads the tiles of a log; it is the TileReader of package tlog.
type directory string

func (d directory) Height() int                         { return tileHeight }
func (d directory) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (d directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// Ours are the Go tiles of height 8, without the height in the path.
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		content, err := os.ReadFile(filepath.Join(string(d), path))
		if err != nil {
			return nil, err
		}
		data[i] = content
	}
	return data, nil
}

func (d directory) readEntries(size int64) ([][]byte, error) {
	var entries [][]byte
	for first := int64(0); first < size; first += 256 {
		width := int(size - first)
		if width > 256 {
			width = 256
		}
		// The same groups of three digits as in a tile's path.
		tile := tlog.Tile{H: tileHeight, L: 0, N: first / 256, W: width}
		path := "tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/0/")
		bundle, err := os.ReadFile(filepath.Join(string(d), path))
		if err != nil {
			return nil, err
		}
		for i := 0; i < width; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("%s ends inside entry %d", path, i)
			}
			length := 2 + int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:length])
			bundle = bundle[length:]
		}
		if len(bundle) != 0 {
			return nil, fmt.Errorf("%s holds more than %d entries", path, width)
		}
	}
	return entries, nil
}

// hashEntries returns a reader of all hashes of the tree over the entries.
func hashEntries(entries [][]byte) (tlog.HashReader, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for n, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(n), entry, reader)
		if err != nil {
			return nil, err
		}
		stored = append(stored, hashes...)
	}
	return reader, nil
}

// checkTiles compares every tile of the tree with what the entries make it.
func checkTiles(d directory, size int64, computed tlog.HashReader) error {
	// From nothing, NewTiles lists every partial width of the last tile of a level; only the widest
	// is a tile of this size.
	widest := map[[2]int64]tlog.Tile{}
	for _, tile := range tlog.NewTiles(tileHeight, 0, size) {
		widest[[2]int64{int64(tile.L), tile.N}] = tile
	}
	for _, tile := range widest {
		data, err := d.ReadTiles([]tlog.Tile{tile})
		if err != nil {
			return err
		}
		expected, err := tlog.ReadTileData(tile, computed)
		if err != nil {
			return err
		}
		if !bytes.Equal(data[0], expected) {
			return fmt.Errorf("%s is not what the entries make it", tile.Path())
		}
	}
	return nil
}

// checkInclusion proves every entry from the computed hashes, and some through the tiles.
func checkInclusion(tree tlog.Tree, entries [][]byte, computed, tiles tlog.HashReader) error {
	for n, entry := range entries {
		readers := []tlog.HashReader{computed}
		if n%97 == 0 || n == len(entries)-1 {
			readers = append(readers, tiles)
		}
		for _, reader := range readers {
			proof, err := tlog.ProveRecord(tree.N, int64(n), reader)
			if err != nil {
				return err
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(n), tlog.RecordHash(entry)); err != nil {
				return fmt.Errorf("entry %d: %v", n, err)
			}
		}
	}
	return nil
}

// checkConsistency proves through the tiles that older trees are prefixes: every size up to 64, the
// sizes around multiples of 256 and the last one before.
func checkConsistency(tree tlog.Tree, computed, tiles tlog.HashReader) error {
	for size := int64(1); size <= tree.N; size++ {
		if near := (size + 1) % 256; size > 64 && near > 2 && size < tree.N-1 {
			continue
		}
		root, err := tlog.TreeHash(size, computed)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(tree.N, size, tiles)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, size, root); err != nil {
			return fmt.Errorf("size %d: %v", size, err)
		}
	}
	return nil
}

func checkLog(d directory, logVkey string, cosignerVkeys []string) (tlog.Tree, error) {
	message, err := os.ReadFile(filepath.Join(string(d), "checkpoint"))
	if err != nil {
		return tlog.Tree{}, err
	}
	tree, err := openCheckpoint(message, logVkey, cosignerVkeys)
	if err != nil {
		return tree, fmt.Errorf("checkpoint: %v", err)
	}
	if tree.N == 0 {
		if tree.Hash != tlog.Hash(sha256.Sum256(nil)) {
			return tree, fmt.Errorf("the root of the empty tree is another")
		}
		return tree, nil
	}
	entries, err := d.readEntries(tree.N)
	if err != nil {
		return tree, fmt.Errorf("entries: %v", err)
	}
	computed, err := hashEntries(entries)
	if err != nil {
		return tree, err
	}
	root, err := tlog.TreeHash(tree.N, computed)
	if err != nil {
		return tree, err
	}
	if root != tree.Hash {
		return tree, fmt.Errorf("the entries hash to %v, the checkpoint says %v", root, tree.Hash)
	}
	if err := checkTiles(d, tree.N, computed); err != nil {
		return tree, fmt.Errorf("tiles: %v", err)
	}
	tiles := tlog.TileHashReader(tree, d)
	if err := checkInclusion(tree, entries, computed, tiles); err != nil {
		return tree, fmt.Errorf("inclusion: %v", err)
	}
	if err := checkConsistency(tree, computed, tiles); err != nil {
		return tree, fmt.Errorf("consistency: %v", err)
	}
	return tree, nil
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: check-log <log directory> <log vkey> [<cosigner vkey>...]")
		os.Exit(2)
	}
	tree, err := checkLog(directory(os.Args[1]), os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d entries, root %v\n", tree.N, tree.Hash)
}
