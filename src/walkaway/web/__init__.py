"""The web door: a browser on this machine in, pages out. It knows HTTP and words, and decides nothing."""
