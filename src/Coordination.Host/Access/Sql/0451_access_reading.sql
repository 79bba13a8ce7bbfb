-- Who looked at whom is more than any officer may see at once: the role that answers officers writes entries and reads none. What is told of them is
-- read by the product, after the rules of access reports, recalls and breach reports have said of what.
revoke select on coordination.access_entry from coord_rt;
