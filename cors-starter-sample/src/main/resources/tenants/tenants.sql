create table tenant_origin (
	tenant varchar(40) not null,
	origin varchar(300) not null,
	primary key (tenant, origin)
);
insert into tenant_origin values ('acme', 'https://acme.example.com');
insert into tenant_origin values ('globex', 'https://globex.example.com');
insert into tenant_origin values ('globex', 'https://*.globex.example.com');
