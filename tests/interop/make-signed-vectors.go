//go:build ignore

// make-signed-vectors prints vectors/log/signed-go.json: a checkpoint, its cosignatures and a proof
// file, made with golang.org/x/mod/sumdb and crypto/ed25519 from the key of the documentation of
// package note and from fixed seeds.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run tests/interop/make-signed-vectors.go \
//	  > vectors/log/signed-go.json
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The key of the documentation of golang.org/x/mod/sumdb/note. Its name serves as the origin.
const (
	logSkey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
	logVkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
)

const (
	size  = 1000
	index = 500
)

type cosigner struct {
	Vkey string `json:"vkey"`
	Seed string `json:"seed"`
	Time int64  `json:"time"`
	Line string `json:"line"`
}

type vectors struct {
	About      string     `json:"about"`
	LogVkey    string     `json:"logVkey"`
	LogSeed    string     `json:"logSeed"`
	Text       string     `json:"text"`
	Checkpoint string     `json:"checkpoint"`
	Cosigners  []cosigner `json:"cosigners"`
	Entry      string     `json:"entry"`
	ProofFile  string     `json:"proofFile"`
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func cosign(name string, seedByte byte, time int64, text string) cosigner {
	seed := bytes.Repeat([]byte{seedByte}, ed25519.SeedSize)
	private := ed25519.NewKeyFromSeed(seed)
	material := append([]byte{0x04}, private.Public().(ed25519.PublicKey)...)
	sum := sha256.Sum256(append([]byte(name+"\n"), material...))

	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	payload := append([]byte{}, sum[:4]...)
	payload = binary.BigEndian.AppendUint64(payload, uint64(time))
	payload = append(payload, ed25519.Sign(private, []byte(message))...)
	return cosigner{
		Vkey: fmt.Sprintf("%s+%x+%s", name, sum[:4], base64.StdEncoding.EncodeToString(material)),
		Seed: fmt.Sprintf("%x", seed),
		Time: time,
		Line: fmt.Sprintf("— %s %s\n", name, base64.StdEncoding.EncodeToString(payload)),
	}
}

func main() {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for n := int64(0); n < size; n++ {
		hashes, err := tlog.StoredHashes(n, []byte(fmt.Sprintf("entry %d", n)), reader)
		check(err)
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(size, reader)
	check(err)

	text := fmt.Sprintf("PeterNeumann\n%d\n%s\n", size, root)
	signer, err := note.NewSigner(logSkey)
	check(err)
	checkpoint, err := note.Sign(&note.Note{Text: text}, signer)
	check(err)

	cosigners := []cosigner{
		cosign("ust.example/mirror", 1, 1790000001, text),
		cosign("mof.example/mirror", 2, 1790000002, text),
		cosign("auditor.example/w", 3, 1790000003, text),
		cosign("press.example/w", 4, 1790000004, text),
	}
	proof, err := tlog.ProveRecord(size, index, reader)
	check(err)
	file := fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d\n", index)
	for _, hash := range proof {
		file += hash.String() + "\n"
	}
	file += "\n" + string(checkpoint)
	for _, cosigner := range cosigners[:3] {
		file += cosigner.Line
	}

	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	check(encoder.Encode(vectors{
		About: "A log of 1000 entries, entry n being the text of the word entry, a space and n. The proof " +
			"file holds the checkpoint with the first three cosignatures. Seeds are hexadecimal, for tests " +
			"only. Written by tests/interop/make-signed-vectors.go.",
		LogVkey:    logVkey,
		LogSeed:    "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173",
		Text:       text,
		Checkpoint: string(checkpoint),
		Cosigners:  cosigners,
		Entry:      fmt.Sprintf("entry %d", index),
		ProofFile:  file,
	}))
}
