//go:build ignore

// check-proof checks a C2SP tlog-proof file for an entry with golang.org/x/mod/sumdb:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode \
//	  go run tests/interop/check-proof.go <proof file> <entry file> <log vkey>
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func checkProof(file string, entry []byte, vkey string) error {
	head, checkpoint, _ := strings.Cut(file, "\n\n")
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("no proof file")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return fmt.Errorf("no index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}

	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	if err != nil {
		return err
	}
	text := strings.Split(opened.Text, "\n")
	if len(text) != 4 || text[0] != verifier.Name() {
		return fmt.Errorf("no checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(text[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(text[2])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry))
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: check-proof <proof file> <entry file> <log vkey>")
		os.Exit(2)
	}
	file, err := os.ReadFile(os.Args[1])
	if err == nil {
		var entry []byte
		if entry, err = os.ReadFile(os.Args[2]); err == nil {
			err = checkProof(string(file), entry, os.Args[3])
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("included")
}
