//go:build ignore

// make-merkle-vectors prints vectors/log/merkle-go.json: roots, proofs and tiles of one log as
// golang.org/x/mod/sumdb/tlog computes them, so that our own trees are compared with a program that
// shares no code with them.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run tests/interop/make-merkle-vectors.go \
//	  > vectors/log/merkle-go.json
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

type root struct {
	Size int64  `json:"size"`
	Root string `json:"root"`
}

type inclusion struct {
	Index int64    `json:"index"`
	Size  int64    `json:"size"`
	Proof []string `json:"proof"`
}

type consistency struct {
	OldSize int64    `json:"oldSize"`
	Size    int64    `json:"size"`
	Proof   []string `json:"proof"`
}

type tile struct {
	Size   int64  `json:"size"`
	Path   string `json:"path"`
	Sha256 string `json:"sha256"`
}

type vectors struct {
	About       string        `json:"about"`
	Roots       []root        `json:"roots"`
	Inclusion   []inclusion   `json:"inclusion"`
	Consistency []consistency `json:"consistency"`
	Tiles       []tile        `json:"tiles"`
}

const last = 70000

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func encode(hashes []tlog.Hash) []string {
	encoded := []string{}
	for _, hash := range hashes {
		encoded = append(encoded, hex.EncodeToString(hash[:]))
	}
	return encoded
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
	for n := int64(0); n < last; n++ {
		hashes, err := tlog.StoredHashes(n, []byte(fmt.Sprintf("entry %d", n)), reader)
		check(err)
		stored = append(stored, hashes...)
	}

	out := vectors{About: "Entry n is the ASCII text of the word entry, a space and n in decimal; hashes are hexadecimal. " +
		"Written by tests/interop/make-merkle-vectors.go with golang.org/x/mod/sumdb/tlog."}
	for _, size := range []int64{1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33, 255, 256, 257, 1000, 65535, 65536, 65537, last} {
		hash, err := tlog.TreeHash(size, reader)
		check(err)
		out.Roots = append(out.Roots, root{size, hex.EncodeToString(hash[:])})
	}
	for _, pair := range [][2]int64{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {0, 7}, {6, 7}, {3, 8}, {8, 9}, {255, 257}, {256, 257},
		{500, 1000}, {999, 1000}, {0, 65537}, {65536, 65537}, {12345, last}, {last - 1, last}} {
		proof, err := tlog.ProveRecord(pair[1], pair[0], reader)
		check(err)
		out.Inclusion = append(out.Inclusion, inclusion{pair[0], pair[1], encode(proof)})
	}
	for _, pair := range [][2]int64{{1, 1}, {1, 2}, {2, 3}, {3, 7}, {4, 7}, {6, 7}, {4, 8}, {6, 8}, {8, 9}, {255, 256},
		{256, 257}, {255, 1000}, {999, 1000}, {1000, 65536}, {65535, 65537}, {12345, last}, {last - 1, last}} {
		proof, err := tlog.ProveTree(pair[1], pair[0], reader)
		check(err)
		out.Consistency = append(out.Consistency, consistency{pair[0], pair[1], encode(proof)})
	}
	for _, size := range []int64{1, 255, 256, 300, last} {
		// From nothing, NewTiles lists every partial width of the last tile of a level; only the
		// widest is a tile of this size.
		widest := map[[2]int64]tlog.Tile{}
		var order [][2]int64
		for _, t := range tlog.NewTiles(8, 0, size) {
			place := [2]int64{int64(t.L), t.N}
			if _, seen := widest[place]; !seen {
				order = append(order, place)
			}
			widest[place] = t
		}
		for _, place := range order {
			t := widest[place]
			data, err := tlog.ReadTileData(t, reader)
			check(err)
			sum := sha256.Sum256(data)
			// The tiles of tlog-tiles are the Go ones of height 8, without the height in the path.
			path := "tile/" + t.Path()[len("tile/8/"):]
			out.Tiles = append(out.Tiles, tile{size, path, hex.EncodeToString(sum[:])})
		}
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	check(encoder.Encode(out))
}
