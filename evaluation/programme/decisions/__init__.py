"""What the agreed rules point to, what groups decide, and what was promised there."""
