# What can be done here. Every target is a script in scripts/, so each also works without make.
.PHONY: help run test lint fmt generate bench pictures package icons clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build the window and open it (at a prompt without a screen: the checklist there). ARGS="--data DIR --lang en"
	@scripts/run.sh $(ARGS)

test: ## everything that must hold, quick things first
	@scripts/test.sh

lint: ## formatting and lints of Rust and screen, without tests
	@scripts/test.sh lint

fmt: ## put every file into its form
	@scripts/fmt.sh

generate: ## write what is made from other files: the screen's words and types
	@scripts/generate.sh

bench: ## measure start, memory, writes; the first run builds everything once more, optimised
	@scripts/bench.sh

pictures: ## draw the pictures of the README from demo data
	@scripts/pictures.sh

package: ## a .deb with the window and the prompt command
	@scripts/package.sh

icons: ## draw the icons again from seal.svg (needs Chromium)
	@node scripts/icons.mjs

clean: ## remove everything that was built or fetched
	rm -rf target .tools ui/dist ui/node_modules tests/*/node_modules tests/*/out
