"""One command a quality: ``python -m benchmarks [NAME…]``. See README.md beside this file."""
